import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listOpenInvites } from "@/db/queries/invites";
import { listMembers } from "@/db/queries/members";
import { findMembership } from "@/db/queries/visitors";
import { invites, users } from "@/db/schema";
import { checkSignIn } from "@/lib/auth/sign-in";
import { Invalid } from "@/lib/errors";
import { createPeopleWorld, type PeopleWorld, type Person } from "@/scripts/testing/people-world";
import { acceptInvite } from "./accept-invite";
import { acceptInviteAsNewUser } from "./accept-invite-as-new-user";
import type { Context } from "./context";
import { INVITE_DAYS, inviteMember } from "./invite-member";
import { revokeInvite } from "./revoke-invite";

let world: PeopleWorld;
let ws: string;
let slug: string;
let owner: Context;
let guest: Person;

beforeAll(async () => {
  world = await createPeopleWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  ({ id: ws, slug } = await world.workspace());
  owner = (await world.person("Olive Owner", [ws, "owner"])).in(ws, "owner");
  guest = await world.person("Gus Guest");
});

const count = async () => (await listMembers(world.db, ws, { limit: 1 })).total;
const open = () => listOpenInvites(world.db, ws, 10);
const account = (email = `${Math.random().toString(36).slice(2)}@new.test`) => ({
  name: "Nia New",
  email,
  password: "seven quiet lanterns",
});

describe("an invitation", () => {
  test("gives its role to one person, once, and is in the trail without its token", async () => {
    const { invite, token } = await inviteMember(owner, { role: "admin", note: " For Gus " });
    expect(invite).toMatchObject({ role: "admin", note: "For Gus", invitedBy: "Olive Owner" });
    expect(await open()).toEqual([invite]);
    expect(await acceptInvite(guest, { token })).toEqual({ slug });
    expect(await findMembership(world.sql, guest.user.id, slug)).toMatchObject({ role: "admin" });
    expect(await open()).toEqual([]);
    const again = acceptInvite(await world.person("Second"), { token });
    await expect(again).rejects.toMatchObject({ code: "invite_accepted", status: 409 });
    const trail = await world.trail(ws);
    expect(trail.map(({ action, actorName }) => [action, actorName])).toEqual([
      ["member.joined", "Gus Guest"],
      ["invite.created", "Olive Owner"],
    ]);
    expect(JSON.stringify(trail)).not.toContain(token);
    const stored = await world.db.execute(
      sql`select invites::text as row from invites where workspace_id = ${ws}`,
    );
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  test("lets in one of many who accept at the same moment, accounts that are new included", async () => {
    const { token } = await inviteMember(owner, { role: "member" });
    const guests = await Promise.all(["A", "B", "C"].map((name) => world.person(name)));
    const accounts = [account(), account(), account()];
    const results = await Promise.allSettled([
      ...guests.map((person) => acceptInvite(person, { token })),
      ...accounts.map((input) => acceptInviteAsNewUser(world, { token, account: input })),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await count()).toBe(2);
    // Whoever was too late has no account either: it would belong nowhere.
    const made = await Promise.all(
      accounts.map(({ email }) => world.db.select().from(users).where(eq(users.email, email))),
    );
    const joined = (await listMembers(world.db, ws, { limit: 9 })).rows.map(({ email }) => email);
    expect(made.flat().every(({ email }) => joined.includes(email))).toBe(true);
  });

  test("ends after seven days", async () => {
    const { invite, token } = await inviteMember(owner, { role: "member" });
    const age = (invite.expiresAt.getTime() - invite.createdAt.getTime()) / 86_400_000;
    expect(age).toBe(INVITE_DAYS);
    await world.db
      .update(invites)
      .set({ expiresAt: sql`now()` })
      .where(eq(invites.id, invite.id));
    await expect(acceptInvite(guest, { token })).rejects.toMatchObject({ code: "invite_expired" });
    await expect(acceptInviteAsNewUser(world, { token, account: account() })).rejects.toMatchObject({
      code: "invite_expired",
    });
    expect(await open()).toEqual([]);
    expect(await count()).toBe(1);
  });

  test("can be revoked, and not twice", async () => {
    const { invite, token } = await inviteMember(owner, { role: "member" });
    await revokeInvite(owner, { id: invite.id });
    await expect(acceptInvite(guest, { token })).rejects.toMatchObject({ code: "invite_revoked" });
    await expect(revokeInvite(owner, { id: invite.id })).rejects.toMatchObject({ status: 404 });
    expect((await world.trail(ws)).map(({ action }) => action)).toEqual(["invite.revoked", "invite.created"]);
  });

  test("is not used up by whoever is in the workspace already", async () => {
    const { token } = await inviteMember(owner, { role: "admin" });
    const member = await world.person("Max Member", [ws, "member"]);
    await expect(acceptInvite(member, { token })).rejects.toMatchObject({ code: "already_member" });
    expect(await findMembership(world.sql, member.user.id, slug)).toMatchObject({ role: "member" });
    await acceptInvite(guest, { token });
  });

  test("of an unknown token is not found", async () => {
    await expect(acceptInvite(guest, { token: "x".repeat(43) })).rejects.toMatchObject({ status: 404 });
    await expect(acceptInviteAsNewUser(world, { token: "", account: account() })).rejects.toMatchObject({
      status: 404,
    });
  });

  test.each([
    ["too long", "x".repeat(121)],
    ["of two lines", "one\ntwo"],
  ])("with a note that is %s is refused", async (_what, note) => {
    const refused = inviteMember(owner, { role: "member", note });
    await expect(refused).rejects.toMatchObject({ errors: [{ path: "note" }] });
    expect(await open()).toEqual([]);
  });
});

describe("who may invite and revoke", () => {
  test("admins invite anybody but owners, members nobody", async () => {
    const admin = (await world.person("Ada Admin", [ws, "admin"])).in(ws, "admin");
    const member = (await world.person("Max Member", [ws, "member"])).in(ws, "member");
    await inviteMember(admin, { role: "admin" });
    await inviteMember(admin, { role: "member" });
    await expect(inviteMember(admin, { role: "owner" })).rejects.toMatchObject({ status: 403 });
    await expect(inviteMember(member, { role: "member" })).rejects.toMatchObject({ status: 403 });
    expect(await open()).toHaveLength(2);
    const { invite } = await inviteMember(owner, { role: "owner" });
    await expect(revokeInvite(admin, { id: invite.id })).rejects.toMatchObject({ status: 403 });
    await expect(revokeInvite(member, { id: invite.id })).rejects.toMatchObject({ status: 403 });
    expect(await open()).toHaveLength(3);
  });

  test("another workspace's invitation is unknown, and stays open", async () => {
    const other = await world.workspace();
    const stranger = (await world.person("Sam", [other.id, "owner"])).in(other.id, "owner");
    const { invite } = await inviteMember(owner, { role: "member" });
    await expect(revokeInvite(stranger, { id: invite.id })).rejects.toMatchObject({ status: 404 });
    expect(await open()).toHaveLength(1);
  });

  test("a hundred are open at most", async () => {
    await Promise.all(Array.from({ length: 100 }, () => inviteMember(owner, { role: "member" })));
    const results = await Promise.allSettled([1, 2].map(() => inviteMember(owner, { role: "member" })));
    for (const result of results) {
      expect(result).toMatchObject({ status: "rejected", reason: { code: "too_many_invites" } });
    }
  });
});

describe("a new account by invitation", () => {
  test("signs in with its password from then on", async () => {
    const { token } = await inviteMember(owner, { role: "member" });
    const input = account(" Nia@New.test ");
    const { user, slug: joined } = await acceptInviteAsNewUser(world, { token, account: input });
    expect(joined).toBe(slug);
    const signedIn = await checkSignIn(world.db, {
      ...{ email: "nia@new.test", password: input.password, address: "203.0.113.9" },
    });
    expect(signedIn).toEqual({ ok: true, user });
  });

  test("is refused for an address that has one, and the invitation stays open", async () => {
    const { token } = await inviteMember(owner, { role: "member" });
    const taken = account(guest.user.email.toUpperCase());
    const refused = acceptInviteAsNewUser(world, { token, account: taken });
    await expect(refused).rejects.toMatchObject({ code: "email_taken", errors: [{ path: "email" }] });
    expect(await open()).toHaveLength(1);
    await acceptInvite(guest, { token });
  });

  test("names every field that is wrong, and changes nothing", async () => {
    const { token } = await inviteMember(owner, { role: "member" });
    const wrong = { name: " ", email: "nia@new", password: "short" };
    const error = await acceptInviteAsNewUser(world, { token, account: wrong }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(Invalid);
    expect((error as Invalid).errors.map(({ path }) => path)).toEqual(["name", "email", "password"]);
    expect(await open()).toHaveLength(1);
    expect(await count()).toBe(1);
  });
});

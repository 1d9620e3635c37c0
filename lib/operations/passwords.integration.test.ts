import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { insertMembership } from "@/db/queries/members";
import { findSessionUser } from "@/db/queries/users";
import { passwordResets, signInFailures, users } from "@/db/schema";
import { checkSignIn, SIGN_IN_LIMIT } from "@/lib/auth/sign-in";
import { createPeopleWorld, PASSWORD, type PeopleWorld, type Person } from "@/scripts/testing/people-world";
import { changePassword } from "./change-password";
import { changeRole } from "./change-role";
import { endSessions } from "./end-sessions";
import { issuePasswordReset } from "./issue-password-reset";
import { removeMember } from "./remove-member";
import { resetPassword, usableReset } from "./reset-password";

let world: PeopleWorld;
let ws: string;
let owner: Person;
let member: Person;

beforeAll(async () => {
  world = await createPeopleWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  ({ id: ws } = await world.workspace());
  owner = await world.person("Olive Owner", [ws, "owner"]);
  member = await world.person("Max Member", [ws, "member"]);
});

const NEXT = "seven quiet lanterns";

const signsIn = async (person: Person, password: string) =>
  (await checkSignIn(world.db, { email: person.user.email, password, address: "198.51.100.1" })).ok;
const sessionOf = (person: Person, version: number) => findSessionUser(world.sql, person.user.id, version);
const issue = () => issuePasswordReset(owner.in(ws, "owner"), { userId: member.user.id });

describe("changing one's own password", () => {
  test("ends every session, begins one, and is in the trail of every workspace without any password", async () => {
    const other = await world.workspace();
    await insertMembership(world.db, { workspaceId: other.id, userId: member.user.id, role: "owner" });
    const user = await changePassword(member, { current: PASSWORD, next: NEXT });
    expect(await sessionOf(member, 1)).toBeNull();
    expect(await sessionOf(member, user.sessionVersion)).toEqual(member.user);
    expect([await signsIn(member, PASSWORD), await signsIn(member, NEXT)]).toEqual([false, true]);
    for (const id of [ws, other.id]) {
      const trail = await world.trail(id);
      expect(trail).toMatchObject([{ action: "member.password_changed", actorId: member.user.id }]);
      expect(JSON.stringify(trail)).not.toMatch(new RegExp(`${PASSWORD}|${NEXT}|argon2`));
    }
  });

  test("needs the present one, and wrong ones count like failed sign-ins", async () => {
    const wrong = () => changePassword(member, { current: "not this one", next: NEXT });
    for (let time = 0; time < SIGN_IN_LIMIT.limit; time++) {
      await expect(wrong()).rejects.toMatchObject({ errors: [{ path: "current" }] });
    }
    const right = changePassword(member, { current: PASSWORD, next: NEXT });
    await expect(right).rejects.toMatchObject({ status: 429 });
    expect(await signsIn(member, PASSWORD)).toBe(true);
    await world.db.delete(signInFailures);
  });

  test.each([
    ["too short", "short"],
    ["the present one", PASSWORD],
    ["guessable", "password123"],
    ["too long", "lantern ".repeat(26)],
  ])("refuses one that is %s", async (_what, next) => {
    const refused = changePassword(member, { current: PASSWORD, next });
    await expect(refused).rejects.toMatchObject({ errors: [{ path: "next" }] });
    expect(await sessionOf(member, 1)).not.toBeNull();
  });

  test("ends reset links from before", async () => {
    const { token } = await issue();
    await changePassword(member, { current: PASSWORD, next: NEXT });
    expect(await usableReset(world.db, token)).toBeNull();
  });
});

test("signing out everywhere ends every session and is in the trail", async () => {
  await endSessions(member);
  expect(await sessionOf(member, 1)).toBeNull();
  expect(await world.trail(ws)).toMatchObject([{ action: "member.sessions_ended" }]);
});

describe("a reset link", () => {
  test("sets a password once, ends every session, and its token is stored nowhere", async () => {
    const { token } = await issue();
    const rows = await world.db.execute(sql`select password_resets::text as row from password_resets`);
    expect(JSON.stringify(rows)).not.toContain(token);
    const user = await resetPassword(world, { token, password: NEXT });
    expect(await sessionOf(member, 1)).toBeNull();
    expect(await sessionOf(member, user.sessionVersion)).toEqual(member.user);
    expect(await signsIn(member, NEXT)).toBe(true);
    await expect(resetPassword(world, { token, password: "another one here" })).rejects.toMatchObject({
      status: 409,
    });
    const trail = await world.trail(ws);
    expect(trail.map(({ action }) => action)).toEqual([
      "member.password_reset",
      "member.password_link_issued",
    ]);
    expect(JSON.stringify(trail)).not.toMatch(new RegExp(`${token}|${NEXT}`));
  });

  test("used by many at once sets one password", async () => {
    const { token } = await issue();
    const passwords = ["first lantern", "second lantern", "third lantern"];
    const results = await Promise.allSettled(
      passwords.map((password) => resetPassword(world, { token, password })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const won = results.findIndex(({ status }) => status === "fulfilled");
    const [row] = await world.db.select().from(users).where(eq(users.id, member.user.id));
    expect(row?.sessionVersion).toBe(2);
    expect(await signsIn(member, passwords[won] ?? "")).toBe(true);
  });

  test("ends after a day, and when a newer one is issued", async () => {
    const old = await issue();
    const fresh = await issue();
    expect(fresh.expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(24 * 3_600_000);
    expect(await usableReset(world.db, old.token)).toBeNull();
    expect(await usableReset(world.db, fresh.token)).toMatchObject({ user: member.user });
    await world.db.update(passwordResets).set({ expiresAt: sql`now()` });
    await expect(resetPassword(world, { token: fresh.token, password: NEXT })).rejects.toMatchObject({
      status: 409,
    });
    expect(await signsIn(member, PASSWORD)).toBe(true);
  });

  test("stays usable after a password that is refused", async () => {
    const { token } = await issue();
    await expect(resetPassword(world, { token, password: "short" })).rejects.toMatchObject({ status: 422 });
    await resetPassword(world, { token, password: NEXT });
  });

  test("is issued by owners only, for others of their workspace", async () => {
    const admin = await world.person("Ada Admin", [ws, "admin"]);
    const other = await world.workspace();
    const stranger = await world.person("Sam", [other.id, "member"]);
    const by = (person: Person, role: "owner" | "admin" | "member", userId: string) =>
      issuePasswordReset(person.in(ws, role), { userId });
    await expect(by(admin, "admin", member.user.id)).rejects.toMatchObject({ status: 403 });
    await expect(by(member, "member", admin.user.id)).rejects.toMatchObject({ status: 403 });
    await expect(by(owner, "owner", stranger.user.id)).rejects.toMatchObject({ status: 404 });
    await expect(by(owner, "owner", owner.user.id)).rejects.toMatchObject({ code: "own_password" });
    expect(await world.trail(ws)).toEqual([]);
  });

  test("opens no workspace of others: none is issued for whoever is in one that the owner does not own", async () => {
    const other = await world.workspace();
    await insertMembership(world.db, { workspaceId: other.id, userId: member.user.id, role: "member" });
    await expect(issue()).rejects.toMatchObject({ code: "member_elsewhere" });
    await insertMembership(world.db, { workspaceId: other.id, userId: owner.user.id, role: "admin" });
    await expect(issue()).rejects.toMatchObject({ code: "member_elsewhere" });
    const there = await world.person("Other Owner", [other.id, "owner"]);
    await changeRole(there.in(other.id, "owner"), { userId: owner.user.id, role: "owner" });
    await issue();
  });

  test("loses its power when the member joins elsewhere, leaves, or the owner steps down", async () => {
    const other = await world.workspace();
    const first = await issue();
    await insertMembership(world.db, { workspaceId: other.id, userId: member.user.id, role: "member" });
    expect(await usableReset(world.db, first.token)).toBeNull();

    member = await world.person("Leaver", [ws, "member"]);
    const second = await issue();
    await removeMember(member.in(ws, "member"), { userId: member.user.id });
    expect(await usableReset(world.db, second.token)).toBeNull();

    member = await world.person("Stayer", [ws, "member"]);
    const third = await issue();
    const successor = await world.person("Successor", [ws, "owner"]);
    await changeRole(successor.in(ws, "owner"), { userId: owner.user.id, role: "admin" });
    expect(await usableReset(world.db, third.token)).toBeNull();
    await expect(resetPassword(world, { token: third.token, password: NEXT })).rejects.toMatchObject({
      status: 409,
    });
  });
});

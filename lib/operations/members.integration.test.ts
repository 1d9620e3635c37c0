import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listMembers } from "@/db/queries/members";
import { findInviteByHash } from "@/db/queries/invites";
import { findMembership } from "@/db/queries/visitors";
import { hashLinkToken } from "@/lib/auth/link-token";
import { ROLES, type Role } from "@/lib/auth/roles";
import { createPeopleWorld, type PeopleWorld, type Person } from "@/scripts/testing/people-world";
import { changeRole } from "./change-role";
import { inviteMember } from "./invite-member";
import { removeMember } from "./remove-member";

let world: PeopleWorld;
let ws: string;
let slug: string;
let people: Record<Role, Person>;

beforeAll(async () => {
  world = await createPeopleWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  ({ id: ws, slug } = await world.workspace());
  people = {
    owner: await world.person("Olive Owner", [ws, "owner"]),
    admin: await world.person("Ada Admin", [ws, "admin"]),
    member: await world.person("Max Member", [ws, "member"]),
  };
});

const roles = async (workspaceId = ws) => {
  const { rows } = await listMembers(world.db, workspaceId, { limit: 10 });
  return Object.fromEntries(rows.map(({ name, role }) => [name, role]));
};

describe("who may give which role to whom", () => {
  const rule = (actor: Role, from: Role, to: Role) =>
    actor === "owner" || (actor === "admin" && from !== "owner" && to !== "owner");
  const cases = ROLES.flatMap((actor) =>
    ROLES.flatMap((from) => ROLES.map((to) => [actor, from, to] as const)),
  );

  test.each(cases)("%s: from %s to %s", async (actor, from, to) => {
    await world.person("Second Owner", [ws, "owner"]);
    const target = await world.person("Target", [ws, from]);
    const result = changeRole(people[actor].in(ws, actor), { userId: target.user.id, role: to });
    if (rule(actor, from, to)) expect(await result).toMatchObject({ role: to });
    else await expect(result).rejects.toMatchObject({ status: 403 });
    expect((await roles()).Target).toBe(rule(actor, from, to) ? to : from);
  });

  test.each(ROLES.flatMap((actor) => ROLES.map((target) => [actor, target] as const)))(
    "%s removes %s",
    async (actor, role) => {
      const target = await world.person("Target", [ws, role]);
      const result = removeMember(people[actor].in(ws, actor), { userId: target.user.id });
      if (rule(actor, role, role)) await result;
      else await expect(result).rejects.toMatchObject({ status: 403 });
      expect((await roles()).Target).toBe(rule(actor, role, role) ? undefined : role);
    },
  );

  test("the role in force is the one at the moment of the change, not the one the request began with", async () => {
    const second = await world.person("Second Owner", [ws, "owner"]);
    await changeRole(people.owner.in(ws, "owner"), { userId: second.user.id, role: "member" });
    const late = changeRole(second.in(ws, "owner"), { userId: people.owner.user.id, role: "member" });
    await expect(late).rejects.toMatchObject({ status: 403 });
    await removeMember(people.owner.in(ws, "owner"), { userId: people.admin.user.id });
    const gone = removeMember(people.admin.in(ws, "admin"), { userId: people.member.user.id });
    await expect(gone).rejects.toMatchObject({ status: 403 });
    expect(await roles()).toMatchObject({ "Olive Owner": "owner", "Max Member": "member" });
  });

  test("neither an API key nor the system is a person of the workspace", async () => {
    const base = { db: world.db, workspaceId: ws };
    const actors = [
      { type: "api_key", id: "key_1", name: "Key", scopes: ["manage"] },
      { type: "system", name: "Carillon" },
    ] as const;
    for (const actor of actors) {
      const input = { userId: people.member.user.id };
      await expect(removeMember({ ...base, actor }, input)).rejects.toMatchObject({ status: 403 });
      await expect(changeRole({ ...base, actor }, { ...input, role: "admin" })).rejects.toMatchObject({
        status: 403,
      });
      await expect(inviteMember({ ...base, actor }, { role: "member" })).rejects.toMatchObject({
        status: 403,
      });
    }
  });
});

describe("the last owner", () => {
  test("can be neither demoted nor removed, nor leave", async () => {
    const ctx = people.owner.in(ws, "owner");
    const userId = people.owner.user.id;
    for (const role of ["admin", "member"] as const) {
      await expect(changeRole(ctx, { userId, role })).rejects.toMatchObject({ code: "last_owner" });
    }
    await expect(removeMember(ctx, { userId })).rejects.toMatchObject({ code: "last_owner" });
    expect((await roles())["Olive Owner"]).toBe("owner");
    expect(await world.trail(ws)).toEqual([]);
  });

  test("stays even when two owners demote or remove each other at the same moment", async () => {
    for (const act of [changeRole, removeMember] as const) {
      const { id } = await world.workspace();
      const pair = await Promise.all(["A", "B"].map((name) => world.person(name, [id, "owner"])));
      const results = await Promise.allSettled(
        pair.map((person, at) =>
          act(person.in(id, "owner"), { userId: pair[1 - at]?.user.id ?? "", role: "member" }),
        ),
      );
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(Object.values(await roles(id)).filter((role) => role === "owner")).toHaveLength(1);
    }
  });

  test("stays even when both owners leave at the same moment", async () => {
    const second = await world.person("Second Owner", [ws, "owner"]);
    const results = await Promise.allSettled(
      [people.owner, second].map((person) =>
        removeMember(person.in(ws, "owner"), { userId: person.user.id }),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(Object.values(await roles()).filter((role) => role === "owner")).toHaveLength(1);
  });
});

describe("leaving and being removed", () => {
  test("everybody may leave by themselves, and is gone at once", async () => {
    for (const role of ["member", "admin"] as const) {
      const { user } = people[role];
      await removeMember(people[role].in(ws, role), { userId: user.id });
      expect(await findMembership(world.sql, user.id, slug)).toBeNull();
    }
    expect((await world.trail(ws)).map(({ action }) => action)).toEqual(["member.left", "member.left"]);
  });

  test("whoever is removed or demoted can't come back through an invitation of their own", async () => {
    const admin = people.admin.in(ws, "admin");
    const second = await world.person("Second Owner", [ws, "owner"]);
    const mine = await inviteMember(admin, { role: "admin" });
    const others = await inviteMember(people.owner.in(ws, "owner"), { role: "admin" });
    const makesOwner = await inviteMember(second.in(ws, "owner"), { role: "owner" });
    const makesAdmin = await inviteMember(second.in(ws, "owner"), { role: "admin" });
    await removeMember(people.owner.in(ws, "owner"), { userId: people.admin.user.id });
    await changeRole(people.owner.in(ws, "owner"), { userId: second.user.id, role: "admin" });
    const states = await Promise.all(
      [mine, others, makesOwner, makesAdmin].map(({ token }) =>
        findInviteByHash(world.db, hashLinkToken(token)),
      ),
    );
    expect(states.map((invite) => invite?.state)).toEqual(["revoked", "open", "revoked", "open"]);
  });

  test("another workspace's member is unknown, and stays", async () => {
    const other = await world.workspace();
    const stranger = await world.person("Stranger", [other.id, "member"]);
    const ctx = people.owner.in(ws, "owner");
    const input = { userId: stranger.user.id };
    await expect(removeMember(ctx, input)).rejects.toMatchObject({ status: 404 });
    await expect(changeRole(ctx, { ...input, role: "admin" })).rejects.toMatchObject({ status: 404 });
    // An owner of one workspace is nobody in the other, whatever the context claims.
    const foreign = people.owner.in(other.id, "owner");
    await expect(removeMember(foreign, input)).rejects.toMatchObject({ status: 403 });
    expect(await roles(other.id)).toEqual({ Stranger: "member" });
  });
});

test("each change is in the trail once, with before and after, who and from where", async () => {
  const ctx = people.owner.in(ws, "owner");
  const userId = people.member.user.id;
  await changeRole(ctx, { userId, role: "admin" });
  await changeRole(ctx, { userId, role: "admin" });
  await removeMember(ctx, { userId });
  const [removed, changed, ...rest] = await world.trail(ws);
  expect(rest).toEqual([]);
  expect(changed).toMatchObject({
    ...{ action: "member.role_changed", actorId: people.owner.user.id, actorName: "Olive Owner" },
    ...{ targetType: "member", targetId: userId, targetName: "Max Member" },
    ...{ before: { role: "member" }, after: { role: "admin" }, address: "203.0.113.7", userAgent: "Test" },
  });
  expect(removed).toMatchObject({ action: "member.removed", before: { role: "admin" }, after: null });
});

test("members are found by part of name or address, in which % and _ stand for themselves", async () => {
  await world.person("Percy 100%_", [ws, "member"]);
  const find = async (search: string) => {
    const { rows, total } = await listMembers(world.db, ws, { search, limit: 2 });
    return { names: rows.map(({ name }) => name), total };
  };
  expect(await find("")).toEqual({ names: ["Olive Owner", "Ada Admin"], total: 4 });
  expect(await find("MEMB")).toEqual({ names: ["Max Member"], total: 1 });
  expect(await find(people.admin.user.email.slice(0, 8))).toEqual({ names: ["Ada Admin"], total: 1 });
  expect(await find("%_")).toEqual({ names: ["Percy 100%_"], total: 1 });
});

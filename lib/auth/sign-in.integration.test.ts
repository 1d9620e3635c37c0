import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connect, type Database } from "@/db/client";
import { makeMembership, makeUser, makeWorkspace } from "@/db/factories";
import { deleteOldFailures } from "@/db/queries/sign-in-failures";
import { findSessionUser, revokeSessions } from "@/db/queries/users";
import { findMembership, findVisitor } from "@/db/queries/visitors";
import { signInFailures } from "@/db/schema";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { checkSignIn, SIGN_IN_LIMIT } from "./sign-in";

let server: TestDatabase;
let connection: ReturnType<typeof connect>;
let database: Database;

beforeAll(async () => {
  server = await createTestDatabase();
  connection = connect(server.url, { max: 10 });
  database = connection.database;
  await makeUser(database, { email: "Robin@Team.test", password: "right-password" });
});

afterAll(async () => {
  await connection.end();
  await server.drop();
});

beforeEach(async () => {
  await database.delete(signInFailures);
});

const email = "robin@team.test";
const address = "203.0.113.7";
const right = { email, password: "right-password", address };
const wrong = { email, password: "wrong-password", address };
const refused = (reason: string) => ({ ok: false, reason });

async function fail(times: number, input = wrong): Promise<void> {
  for (let time = 0; time < times; time++) await checkSignIn(database, input);
}

describe("checkSignIn", () => {
  test("signs in by e-mail in any case and with space around it", async () => {
    const result = await checkSignIn(database, { ...right, email: "  ROBIN@team.TEST " });
    expect(result).toMatchObject({ ok: true, user: { email: "Robin@Team.test", sessionVersion: 1 } });
  });

  test("answers alike for a wrong password and an unknown address", async () => {
    expect(await checkSignIn(database, wrong)).toEqual(refused("wrong_credentials"));
    expect(await checkSignIn(database, { ...right, email: "nobody@team.test" })).toEqual(
      refused("wrong_credentials"),
    );
  });

  test.each([
    ["an empty address", { ...right, email: " " }],
    ["an address that is longer than any", { ...right, email: `${"a".repeat(300)}@team.test` }],
    ["a password that is longer than any", { ...right, password: "x".repeat(201) }],
  ])("refuses %s without booking anything", async (_what, input) => {
    expect(await checkSignIn(database, input)).toEqual(refused("wrong_credentials"));
    expect(await database.select().from(signInFailures)).toEqual([]);
  });

  test("refuses even the right password after ten failures", async () => {
    await fail(SIGN_IN_LIMIT.limit);
    expect(await checkSignIn(database, right)).toEqual(refused("too_many_failures"));
  });

  test("lets the right password through after nine failures", async () => {
    await fail(SIGN_IN_LIMIT.limit - 1);
    expect(await checkSignIn(database, right)).toMatchObject({ ok: true });
  });

  test("does not count successes", async () => {
    for (let time = 0; time < SIGN_IN_LIMIT.limit + 5; time++) {
      expect(await checkSignIn(database, right)).toMatchObject({ ok: true });
    }
  });

  test("counts for one account at one address: neither locks the other out", async () => {
    await makeUser(database, { email: "kim@team.test", password: "kims-password" });
    await fail(SIGN_IN_LIMIT.limit);
    expect(await checkSignIn(database, { ...right, address: "203.0.113.8" })).toMatchObject({ ok: true });
    const kim = { email: "kim@team.test", password: "kims-password", address };
    expect(await checkSignIn(database, kim)).toMatchObject({ ok: true });
  });

  test("lets no more than ten of many guesses made at once reach the password", async () => {
    const results = await Promise.all(Array.from({ length: 40 }, () => checkSignIn(database, wrong)));
    const judged = results.filter((result) => !result.ok && result.reason === "wrong_credentials");
    expect(judged).toHaveLength(SIGN_IN_LIMIT.limit);
  });

  test("forgets failures after fifteen minutes", async () => {
    const failedAt = new Date(Date.now() - (SIGN_IN_LIMIT.window + 1) * 1000);
    const old = Array.from({ length: SIGN_IN_LIMIT.limit }, () => ({ account: email, address, failedAt }));
    await database.insert(signInFailures).values(old);
    expect(await checkSignIn(database, right)).toMatchObject({ ok: true });
    await database.insert(signInFailures).values(old);
    await fail(1);
    await database.insert(signInFailures).values({ account: "else@team.test", address, failedAt });
    expect(await deleteOldFailures(database, SIGN_IN_LIMIT.window)).toBe(1);
    expect(await database.select().from(signInFailures)).toHaveLength(1);
  });
});

describe("sessions", () => {
  test("end for every browser when they are revoked, and new ones begin", async () => {
    const user = await makeUser(database);
    expect(await findSessionUser(connection.raw, user.id, 1)).toMatchObject({ id: user.id });
    await revokeSessions(database, user.id);
    expect(await findSessionUser(connection.raw, user.id, 1)).toBeNull();
    expect(await findSessionUser(connection.raw, user.id, 2)).toMatchObject({ id: user.id });
  });
});

describe("a workspace", () => {
  test("is shown to its members only, and to nobody whose session was revoked", async () => {
    const [workspace, member, stranger] = await Promise.all([
      makeWorkspace(database),
      makeUser(database),
      makeUser(database),
    ]);
    await makeMembership(database, { workspaceId: workspace.id, userId: member.id, role: "admin" });
    expect(await findMembership(connection.raw, member.id, workspace.slug)).toMatchObject({ role: "admin" });
    expect(await findMembership(connection.raw, stranger.id, workspace.slug)).toBeNull();
    expect(await findMembership(connection.raw, member.id, "no-such-team")).toBeNull();
    const visitor = (userId: string) => findVisitor(connection.raw, { userId, version: 1 });
    const first = await makeWorkspace(database, { name: "A" });
    await makeMembership(database, { workspaceId: first.id, userId: member.id, role: "member" });
    expect(await visitor(member.id)).toEqual({
      user: { id: member.id, email: member.email, name: member.name },
      memberships: [
        { workspace: first, role: "member" },
        { workspace, role: "admin" },
      ],
    });
    expect(await visitor(stranger.id)).toMatchObject({ user: { id: stranger.id }, memberships: [] });
    await revokeSessions(database, member.id);
    expect(await visitor(member.id)).toBeNull();
  });
});

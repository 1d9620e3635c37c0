import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { connect } from "@/db/client";
import { makeChannel, makeInspector, makeProject, makeWorkspace } from "@/db/factories";
import { listApiKeys } from "@/db/queries/api-keys";
import { listAudit } from "@/db/queries/audit";
import { channelSecretState } from "@/db/queries/channel-secrets";
import { listProjects } from "@/db/queries/projects";
import { auditEntries } from "@/db/schema";
import { createTestDatabase } from "@/db/testing/database";
import { resetEnv } from "@/lib/env";
import { archiveProject } from "./archive-project";
import type { Actor, Context } from "./context";
import { createApiKey } from "./create-api-key";
import { createChannel } from "./create-channel";
import { createInspector } from "./create-inspector";
import { createProject } from "./create-project";
import { deleteChannel } from "./delete-channel";
import { endSecretOverlap } from "./end-secret-overlap";
import { renameProject } from "./rename-project";
import { revokeApiKey } from "./revoke-api-key";
import { rotateSecret } from "./rotate-secret";
import { setInspectorAnswer } from "./set-inspector-answer";
import { updateChannel } from "./update-channel";

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let clients: ReturnType<typeof connect>;
beforeAll(async () => {
  database = await createTestDatabase();
  vi.stubEnv("ENCRYPTION_KEY", randomBytes(32).toString("base64"));
  vi.stubEnv("EGRESS_ALLOW", "127.0.0.0/8");
  resetEnv();
  clients = connect(database.url, { max: 4 });
});
afterAll(async () => {
  await clients.end();
  await database.drop();
  vi.unstubAllEnvs();
  resetEnv();
});

const ACTORS = {
  owner: { type: "user", id: "usr_1", name: "Olga", role: "owner" },
  admin: { type: "user", id: "usr_2", name: "Adam", role: "admin" },
  manager: { type: "api_key", id: "key_1", name: "Terraform", scopes: ["manage"] },
  member: { type: "user", id: "usr_3", name: "Mia", role: "member" },
  reader: { type: "api_key", id: "key_2", name: "Reader", scopes: ["events:write", "read"] },
} satisfies Record<string, Actor>;

interface World {
  ctx: Context;
  channelId: string;
  projectId: string;
  keyId: string;
  token: string;
}

/** A workspace with one of everything that can be changed. */
async function world(actor: Actor): Promise<World> {
  const db = clients.database;
  const { id: workspaceId } = await makeWorkspace(db);
  const owner: Context = { db, workspaceId, actor: ACTORS.owner };
  const { apiKey } = await createApiKey(owner, { name: "Services", scopes: ["read"] });
  const channel = await makeChannel(db, { workspaceId });
  const project = await makeProject(db, { workspaceId });
  const { token } = await makeInspector(db, { workspaceId });
  await db.delete(auditEntries);
  return { ctx: { ...owner, actor }, channelId: channel.id, projectId: project.id, keyId: apiKey.id, token };
}

const answer = { status: 200, body: "ok", delayMs: 0 };
const newChannel = { kind: "chat", provider: "webhook", url: "http://127.0.0.1:4010/" } as const;

/** Every operation that changes integrations, and the action that its audit entry must have; null for none. */
const OPERATIONS: Record<string, [(world: World) => Promise<unknown>, string | null]> = {
  createChannel: [({ ctx }) => createChannel(ctx, newChannel), "channel.created"],
  updateChannel: [
    ({ ctx, channelId: id }) => updateChannel(ctx, { id, changes: { name: "New" } }),
    "channel.updated",
  ],
  deleteChannel: [({ ctx, channelId: id }) => deleteChannel(ctx, { id }), "channel.deleted"],
  rotateSecret: [({ ctx, channelId: id }) => rotateSecret(ctx, { id }), "secret.rotated"],
  endSecretOverlap: [({ ctx, channelId: id }) => endSecretOverlap(ctx, { id }), null],
  createProject: [({ ctx }) => createProject(ctx, { name: "New" }), "project.created"],
  renameProject: [({ ctx, projectId: id }) => renameProject(ctx, { id, name: "New" }), "project.renamed"],
  archiveProject: [
    ({ ctx, projectId: id }) => archiveProject(ctx, { id, archived: true }),
    "project.archived",
  ],
  createApiKey: [({ ctx }) => createApiKey(ctx, { name: "New", scopes: ["read"] }), "api_key.created"],
  revokeApiKey: [({ ctx, keyId: id }) => revokeApiKey(ctx, { id }), "api_key.revoked"],
  createInspector: [({ ctx }) => createInspector(ctx, { name: "New" }), "inspector.created"],
  setInspectorAnswer: [({ ctx, token }) => setInspectorAnswer(ctx, { token, answer }), null],
};

describe.each(Object.entries(OPERATIONS))("%s", (_, [run, action]) => {
  test.each(["owner", "admin", "manager"] as const)("is done for %s, with its audit entry", async (actor) => {
    const at = await world(ACTORS[actor]);
    await run(at);
    const { rows } = await listAudit(at.ctx.db, at.ctx.workspaceId, {}, { limit: 10 });
    expect(rows.map((row) => [row.action, row.actorName])).toEqual(
      action ? [[action, ACTORS[actor].name]] : [],
    );
  });

  test.each(["member", "reader"] as const)("is refused for %s, and leaves no entry", async (actor) => {
    const at = await world(ACTORS[actor]);
    await expect(run(at)).rejects.toMatchObject({ status: 403 });
    expect(await at.ctx.db.$count(auditEntries)).toBe(0);
  });

  test("does not reach another workspace", async () => {
    const [own, other] = [await world(ACTORS.owner), await world(ACTORS.owner)];
    const foreign = { ...other, ctx: own.ctx };
    const outcome = await run(foreign).catch((error: unknown) => error);
    const { rows } = await listAudit(own.ctx.db, other.ctx.workspaceId, {}, { limit: 10 });
    expect(rows).toEqual([]);
    const creates = ["channel.created", "project.created", "api_key.created", "inspector.created"].includes(
      action ?? "",
    );
    if (!creates) expect(outcome).toMatchObject({ status: 404 });
  });
});

test("the overlap of a rotation can be ended at once", async () => {
  const { ctx, channelId: id } = await world(ACTORS.owner);
  const state = () => channelSecretState(ctx.db, ctx.workspaceId, id);
  const before = await state();
  expect(before).toMatchObject({ overlapEndsAt: null });
  const { overlapEndsAt } = await rotateSecret(ctx, { id });
  const during = await state();
  expect(during?.overlapEndsAt).toEqual(overlapEndsAt);
  expect(during?.createdAt.getTime()).toBeGreaterThan(before?.createdAt.getTime() ?? Infinity);
  await endSecretOverlap(ctx, { id });
  expect(await state()).toEqual({ ...during, overlapEndsAt: null });
  const { rows } = await listAudit(ctx.db, ctx.workspaceId, {}, { limit: 1 });
  expect(rows).toMatchObject([{ action: "secret.overlap_ended" }]);
});

test("an archived project is left out where only open ones are asked for, and can come back", async () => {
  const { ctx, projectId: id } = await world(ACTORS.owner);
  const open = async () =>
    (await listProjects(ctx.db, ctx.workspaceId, { archived: false }, { limit: 10 })).rows;
  await archiveProject(ctx, { id, archived: true });
  expect(await open()).toEqual([]);
  await archiveProject(ctx, { id, archived: true });
  await archiveProject(ctx, { id, archived: false });
  expect(await open()).toMatchObject([{ id, archived: false }]);
  const { rows } = await listAudit(ctx.db, ctx.workspaceId, {}, { limit: 10 });
  expect(rows.map((row) => row.action)).toEqual(["project.unarchived", "project.archived"]);
});

test.each([
  [{ name: "", scopes: ["read"] }, "name"],
  [{ name: "x".repeat(121), scopes: ["read"] }, "name"],
  [{ name: "a\u0000b", scopes: ["read"] }, "name"],
  [{ name: "CI", scopes: [] }, "scopes"],
  [{ name: "CI", scopes: ["admin"] }, "scopes"],
  [{ name: "CI", scopes: ["read"], expiresAt: new Date(0) }, "expiresAt"],
  [{ name: "CI", scopes: ["read"], expiresAt: new Date(Number.NaN) }, "expiresAt"],
])("a key as %j is refused and not made", async (input, path) => {
  const { ctx } = await world(ACTORS.owner);
  const attempt = createApiKey(ctx, input as Parameters<typeof createApiKey>[1]);
  await expect(attempt).rejects.toMatchObject({ status: 422, errors: [{ path }] });
  expect((await listApiKeys(ctx.db, ctx.workspaceId, { limit: 10 })).rows).toHaveLength(1);
});

test("a name is trimmed; a rename to the same name leaves no entry", async () => {
  const { ctx } = await world(ACTORS.owner);
  const { id, name } = await createProject(ctx, { name: "  Onboarding " });
  expect(name).toBe("Onboarding");
  await renameProject(ctx, { id, name: "Onboarding" });
  const { rows } = await listAudit(ctx.db, ctx.workspaceId, {}, { limit: 10 });
  expect(rows.map((row) => row.action)).toEqual(["project.created"]);
});

test("what fails in the middle leaves neither the change nor its entry", async () => {
  const { ctx, channelId: id } = await world(ACTORS.owner);
  // The trail refuses the entry: the change that it belongs to must go with it.
  const broken: Actor = { type: "user", id: "usr_1", name: "NUL \0 name", role: "owner" };
  await expect(updateChannel({ ...ctx, actor: broken }, { id, changes: { name: "New" } })).rejects.toThrow();
  const untouched = await updateChannel(ctx, { id, changes: {} });
  expect(untouched.name).toBe("Webhook");
});

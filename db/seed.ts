import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import {
  makeApiKey,
  makeChannel,
  makeInspector,
  makeMembership,
  makeProject,
  makeUser,
  makeWorkspace,
} from "@/db/factories";
import { findApiKeyByHash } from "@/db/queries/api-keys";
import { findUserByEmail } from "@/db/queries/users";
import { apiKeys, workspaces } from "@/db/schema";
import { hashApiKey } from "@/lib/auth/api-key";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { ROLES, type Role } from "@/lib/auth/roles";
import type { ChannelKind } from "@/db/schema";
import type { ProviderId } from "@/lib/providers/provider";

/** The demo workspace. Its password is public knowledge: only for a product that nobody else can reach. */
export const DEMO = {
  slug: "acme",
  name: "Acme Academy",
  password: "carillon-demo",
  emails: { owner: "owner@acme.test", admin: "admin@acme.test", member: "member@acme.test" },
} as const satisfies { emails: Record<Role, string> } & Record<string, unknown>;

/** `absent`: the database is in use without a demo workspace. */
export type Seeded = { state: "created"; password: string } | { state: "present" } | { state: "absent" };

/**
 * Makes the demo workspace in an empty database; never twice, however often or at once it is called. With
 * `randomPassword` a new one, answered here only, replaces the demo password.
 */
export async function seedDemo(db: Database, options: { randomPassword: boolean }): Promise<Seeded> {
  const password = options.randomPassword ? randomBytes(12).toString("base64url") : DEMO.password;
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx): Promise<Seeded> => {
    await tx.execute(sql`select pg_advisory_xact_lock(${SEED_LOCK})`);
    if (await hasDemo(tx)) return { state: "present" };
    const [other] = await tx.select({ id: workspaces.id }).from(workspaces).limit(1);
    if (other !== undefined) return { state: "absent" };
    const { id } = await makeWorkspace(tx, { slug: DEMO.slug, name: DEMO.name });
    for (const role of ROLES) {
      const user = await makeUser(tx, { email: DEMO.emails[role], name: NAMES[role], passwordHash });
      await makeMembership(tx, { workspaceId: id, userId: user.id, role });
    }
    for (const name of ["Customer onboarding", "Leadership course"]) {
      await makeProject(tx, { workspaceId: id, name });
    }
    for (const channel of CHANNELS) await makeInspectedChannel(tx, id, channel);
    return { state: "created", password };
  });
}

/**
 * Gives the demo workspace an API key with all scopes: the given one, unless it has it, or (`given` empty) a new one,
 * unless it ever had any. Answers a key that was made here, else undefined.
 */
export async function addDemoKey(db: Database, given: string): Promise<string | undefined> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${SEED_LOCK})`);
    const demo = await demoWorkspace(tx);
    if (demo === undefined) return undefined;
    const [any] = await tx.select().from(apiKeys).where(eq(apiKeys.workspaceId, demo.id)).limit(1);
    const known = given === "" ? any !== undefined : (await findApiKeyByHash(tx, hashApiKey(given))) !== null;
    if (known) return undefined;
    const { key } = await makeApiKey(tx, {
      ...{ workspaceId: demo.id, name: "Demo", createdBy: NAMES.owner },
      ...(given !== "" && { key: given }),
    });
    return given === "" ? key : undefined;
  });
}

/** Whether the demo workspace is there. */
export async function hasDemo(db: Database): Promise<boolean> {
  return (await demoWorkspace(db)) !== undefined;
}

/** Which demo users still sign in with the demo password. */
export async function demoPasswordUsers(db: Database): Promise<string[]> {
  const found = await Promise.all(
    Object.values(DEMO.emails).map(async (email) => {
      const user = await findUserByEmail(db, email);
      return (await verifyPassword(user?.passwordHash ?? null, DEMO.password)) ? email : undefined;
    }),
  );
  return found.filter((email) => email !== undefined);
}

/** Any number, the same in every process that seeds. */
const SEED_LOCK = 4_727_002;

const NAMES: Record<Role, string> = { owner: "Olivia Reyes", admin: "Adam Novak", member: "Mira Sato" };

async function demoWorkspace(db: Database): Promise<{ id: string } | undefined> {
  const [row] = await db.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.slug, DEMO.slug));
  return row;
}

interface DemoChannel {
  kind: ChannelKind;
  provider: ProviderId;
  name: string;
}

const CHANNELS: readonly DemoChannel[] = [
  { kind: "chat", provider: "teams", name: "Teams: Academy" },
  { kind: "chat", provider: "slack", name: "Slack: #academy" },
  { kind: "chat", provider: "webhook", name: "Webhook: automation" },
  { kind: "crm", provider: "webhook", name: "CRM: contacts" },
];

/** Every demo channel sends to an inspector of its own: what it sends can be seen without any account elsewhere. */
async function makeInspectedChannel(db: Database, workspaceId: string, channel: DemoChannel): Promise<void> {
  const { token } = await makeInspector(db, { workspaceId, name: channel.name });
  await makeChannel(db, { ...channel, workspaceId, inspectorToken: token });
}

import { createHash, randomBytes } from "node:crypto";
import type { Database } from "@/db/client";
import {
  apiKeys,
  attempts,
  channels,
  channelSecrets,
  deliveries,
  events,
  eventWords,
  inspectors,
  intakes,
  memberships,
  plans,
  projects,
  users,
  workspaces,
} from "@/db/schema";
import type { Decision } from "@/lib/delivery/routing";
import { hashApiKey, lastFour, newApiKey } from "@/lib/auth/api-key";
import { hashPassword } from "@/lib/auth/password";
import { SCOPES, type Role } from "@/lib/auth/roles";
import { catalogue, type EventType } from "@/lib/events/catalogue";
import { maskUrl } from "@/lib/http/mask";
import { ownReceiverUrl } from "@/lib/http/own-receiver";
import { newSecret } from "@/lib/http/sign";
import { newId } from "@/lib/ids";
import { providers } from "@/lib/providers/registry";
import { seal } from "@/lib/secrets/seal";

// Makers of valid rows: every column has a fitting default, and what a test is about is passed in.

type Insert<Table extends { $inferInsert: unknown }> = Partial<Table["$inferInsert"]>;
type Row<Table extends { $inferSelect: unknown }> = Table["$inferSelect"];

const unique = (): string => randomBytes(5).toString("hex");

export async function makeWorkspace(
  db: Database,
  values: Insert<typeof workspaces> = {},
): Promise<Row<typeof workspaces>> {
  const row = { id: newId("workspace"), slug: `team-${unique()}`, name: "Harbour Team", ...values };
  return one(await db.insert(workspaces).values(row).returning());
}

/** A user who signs in with `password` (default `correct-horse`); hashing takes about 30 ms. */
export async function makeUser(
  db: Database,
  { password, ...values }: Insert<typeof users> & { password?: string } = {},
): Promise<Row<typeof users>> {
  const passwordHash = values.passwordHash ?? (await hashPassword(password ?? "correct-horse"));
  const row = {
    id: newId("user"),
    email: `${unique()}@team.test`,
    name: "Robin Vale",
    passwordHash,
    ...values,
  };
  return one(await db.insert(users).values(row).returning());
}

export async function makeMembership(
  db: Database,
  values: { workspaceId: string; userId: string; role?: Role },
): Promise<Row<typeof memberships>> {
  return one(
    await db
      .insert(memberships)
      .values({ role: "owner", ...values })
      .returning(),
  );
}

export async function makeProject(
  db: Database,
  values: Insert<typeof projects> & { workspaceId: string },
): Promise<Row<typeof projects>> {
  return one(
    await db
      .insert(projects)
      .values({ id: newId("project"), name: "Onboarding", ...values })
      .returning(),
  );
}

/** An API key with all scopes; `key` is what goes into the Authorization header. */
export async function makeApiKey(
  db: Database,
  { key = newApiKey(), ...values }: Insert<typeof apiKeys> & { workspaceId: string; key?: string },
): Promise<Row<typeof apiKeys> & { key: string }> {
  const row = {
    ...{ id: newId("apiKey"), name: "Platform services", createdBy: "Robin Vale", scopes: [...SCOPES] },
    ...{ hash: hashApiKey(key), last4: lastFour(key), ...values },
  };
  return { ...one(await db.insert(apiKeys).values(row).returning()), key };
}

/** A built-in receiver that stays. */
export async function makeInspector(
  db: Database,
  values: Insert<typeof inspectors> & { workspaceId: string },
): Promise<Row<typeof inspectors>> {
  const row = { token: randomBytes(18).toString("base64url"), name: "Inspector", ...values };
  return one(await db.insert(inspectors).values(row).returning());
}

/**
 * A channel: by default an enabled webhook for every event. Give it a `url` (sealed here, so ENCRYPTION_KEY must be set)
 * or an `inspectorToken`. Signed providers get a secret, answered as `secret`.
 */
export async function makeChannel(
  db: Database,
  { url = "https://hooks.example.com/carillon", secret, ...values }: ChannelValues,
): Promise<Row<typeof channels> & { secret: string | null }> {
  const id = values.id ?? newId("channel");
  const provider = values.provider ?? "webhook";
  const target =
    values.inspectorToken == null
      ? {
          urlSealed: seal(url, { workspaceId: values.workspaceId, rowId: id, field: "url" }),
          urlMasked: maskUrl(url),
        }
      : { urlSealed: null, urlMasked: maskUrl(ownReceiverUrl(values.inspectorToken)) };
  const row = { kind: "chat" as const, name: "Webhook", ...target, ...values, id, provider };
  const channel = one(await db.insert(channels).values(row).returning());
  if (!providers[provider].signed) return { ...channel, secret: null };
  return { ...channel, secret: await addSecret(db, channel, secret ?? newSecret()) };
}

export type ChannelValues = Insert<typeof channels> & { workspaceId: string; url?: string; secret?: string };

/** What becomes of an event after ingestion. */
interface Planning {
  /** Absent or null leaves it in the outbox. */
  plannedAt?: Date | null;
  routing?: Decision[];
  announcedAt?: Date;
  announcements?: number;
}

/** An event as ingestion stores it, planned or not by `plannedAt`; its data is the type's typical sample. */
export async function makeEvent(
  db: Database,
  {
    data,
    plannedAt = null,
    routing = [],
    announcedAt,
    announcements,
    ...values
  }: Omit<Insert<typeof events>, "data"> & Planning & { workspaceId: string; data?: object },
): Promise<Row<typeof events>> {
  const type = (values.type ?? "task.created") as EventType;
  const text = JSON.stringify(data ?? catalogue[type].samples.typical);
  const bodyHash = createHash("sha256").update(text).digest("hex");
  const id = values.id ?? newId("event");
  const row = { type, data: text, bodyHash, createdAt: new Date(), intakeId: id, ...values, id };
  const event = one(await db.insert(events).values(row).returning());
  const { workspaceId, receivedAt, intakeId } = event;
  if (plannedAt === null) {
    const intake = { id: intakeId, workspaceId, receivedAt, announcedAt, announcements };
    await db.insert(intakes).values(intake).onConflictDoNothing();
    return event;
  }
  const matches = routing.filter(({ reason }) => reason === null).length;
  const plan = { intakeId, type, projectId: event.projectId ?? "", workspaceId, receivedAt, plannedAt };
  await db
    .insert(plans)
    .values({ ...plan, routing, channels: routing.length, matches })
    .onConflictDoNothing();
  await db.insert(eventWords).values({ eventId: id, workspaceId, searchText: event.searchText });
  return event;
}

/** A delivery of an event for a channel, waiting for its first attempt. */
export async function makeDelivery(
  db: Database,
  {
    event,
    channel,
    ...values
  }: Insert<typeof deliveries> & { event: Row<typeof events>; channel: Row<typeof channels> },
): Promise<Row<typeof deliveries>> {
  const row = {
    ...{ id: newId("delivery"), workspaceId: event.workspaceId, eventId: event.id, eventType: event.type },
    ...{ channelId: channel.id, channelName: channel.name, provider: channel.provider },
    ...{ projectId: event.projectId, test: event.test, maxAttempts: 6, ...values },
  };
  return one(await db.insert(deliveries).values(row).returning());
}

/** A recorded attempt of a delivery: by default the first, answered with 200. */
export async function makeAttempt(
  db: Database,
  { delivery, ...values }: Insert<typeof attempts> & { delivery: Row<typeof deliveries> },
): Promise<Row<typeof attempts>> {
  const row = {
    ...{
      deliveryId: delivery.id,
      workspaceId: delivery.workspaceId,
      number: 1,
      trigger: "automatic" as const,
    },
    ...{ outcome: "succeeded" as const, stage: "response" as const, statusCode: 200, startedAt: new Date() },
    ...{ durationMs: 12, timings: { total: 12 }, requestUrl: "https://hooks.example.com/…", ...values },
  };
  return one(await db.insert(attempts).values(row).returning());
}

async function addSecret(db: Database, channel: Row<typeof channels>, secret: string): Promise<string> {
  const id = newId("secret");
  const { workspaceId } = channel;
  const sealed = seal(secret, { workspaceId, rowId: id, field: "secret" });
  await db.insert(channelSecrets).values({ id, workspaceId, channelId: channel.id, sealed });
  return secret;
}

function one<T>(rows: T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error("The database did not answer the inserted row.");
  return row;
}

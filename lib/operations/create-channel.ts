import { getChannel, insertChannel, type ChannelView } from "@/db/queries/channels";
import { insertChannelSecret } from "@/db/queries/channel-secrets";
import type { ChannelKind } from "@/db/schema";
import { Invalid, type FieldError } from "@/lib/errors";
import { newSecret } from "@/lib/http/sign";
import { newId } from "@/lib/ids";
import type { ChannelOptions, ProviderId } from "@/lib/providers/provider";
import { providers } from "@/lib/providers/registry";
import { seal } from "@/lib/secrets/seal";
import { recordAudit } from "./audit";
import { auditableChannel } from "./channel-audit";
import { cleanEventTypes, cleanProjectIds } from "./channel-filters";
import { changeHeaders } from "./channel-headers";
import { checkOptions } from "./channel-options";
import { cleanTarget, type ChannelTarget } from "./channel-target";
import type { Context } from "./context";
import { gatherDescription, gatherName, MAX_NAME } from "./names";
import { requireManage } from "./permission";
import { inTransaction } from "./transaction";

export interface NewChannel {
  kind: ChannelKind;
  provider: ProviderId;
  url: string;
  /** Default: the provider and the host. */
  name?: string;
  description?: string;
  /** Null, [] and absent mean all, now and in future. */
  eventTypes?: string[] | null;
  /** Null, [] and absent mean all. */
  projectIds?: string[] | null;
  /** Custom request headers; webhook channels only. */
  headers?: Record<string, string>;
  options?: ChannelOptions;
  /** Default true. */
  enabled?: boolean;
}

/** A channel just made; `secret` is there for signed providers and is never shown again. */
export interface CreatedChannel {
  channel: ChannelView;
  secret: string | null;
}

/** Adds a channel. Throws Invalid with every field that is wrong. */
export async function createChannel(ctx: Context, input: NewChannel): Promise<CreatedChannel> {
  requireManage(ctx);
  const id = newId("channel");
  const row = await cleanChannel(ctx, id, input);
  const secret = providers[input.provider].signed ? newSecret() : null;
  return inTransaction(ctx, async (tx) => {
    await insertChannel(tx.db, row);
    if (secret !== null) await insertSecret(tx, id, secret);
    const channel = await getChannel(tx.db, tx.workspaceId, id);
    if (!channel) throw new Error("The channel just inserted can't be read.");
    await recordAudit(tx, {
      action: "channel.created",
      target: { type: "channel", id, name: channel.name },
      after: auditableChannel(channel),
    });
    return { channel, secret };
  });
}

/** Stores a new signing secret of a channel, sealed and bound to its own row. */
export async function insertSecret(ctx: Context, channelId: string, secret: string): Promise<void> {
  const id = newId("secret");
  const { workspaceId } = ctx;
  const sealed = seal(secret, { workspaceId, rowId: id, field: "secret" });
  await insertChannelSecret(ctx.db, { id, workspaceId, channelId, sealed });
}

async function cleanChannel(ctx: Context, id: string, input: NewChannel) {
  const { workspaceId } = ctx;
  const { kind, provider } = input;
  const errors: FieldError[] = [];
  if (kind === "crm" && provider !== "webhook") {
    errors.push({
      path: "provider",
      message: "A CRM channel is always a webhook. Use kind chat for Teams and Slack.",
    });
  }
  checkOptions(input.options ?? {}, errors);
  const owner = { workspaceId, channelId: id };
  const headers = changeHeaders(owner, provider, null, input.headers ?? {}, errors);
  const eventTypes = cleanEventTypes(input.eventTypes, errors);
  const projectIds = await cleanProjectIds(ctx, input.projectIds, errors);
  const description = gatherDescription(input.description ?? "", errors);
  const target = await cleanTarget(ctx, { channelId: id, provider, url: input.url }, errors);
  const name = gatherName(input.name ?? defaultName(provider, target), errors);
  if (target === null || errors.length > 0) {
    throw new Invalid("The channel was not created: some fields are not usable.", errors);
  }
  const { host: _, ...columns } = target;
  const off = { enabled: false, disabledReason: "manual" as const, disabledAt: new Date() };
  return {
    ...{ id, workspaceId, kind, provider, name, description, ...columns, ...headers },
    ...{ eventTypes, projectIds, options: input.options ?? {} },
    ...(input.enabled === false && off),
  };
}

const defaultName = (provider: ProviderId, target: ChannelTarget | null): string =>
  `${providers[provider].label} ${target?.host ?? ""}`.slice(0, MAX_NAME);

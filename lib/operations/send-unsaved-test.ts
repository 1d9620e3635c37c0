import { rawSql } from "@/db/client";
import { sendingChannel, sendingWorkspace, type SendingChannel } from "@/db/queries/pipeline-channels";
import { Invalid, NotFound, type FieldError } from "@/lib/errors";
import { newSecret } from "@/lib/http/sign";
import { newId } from "@/lib/ids";
import type { ChannelOptions, ProviderId } from "@/lib/providers/provider";
import { providers } from "@/lib/providers/registry";
import { seal } from "@/lib/secrets/seal";
import { changeHeaders, type HeaderChanges } from "./channel-headers";
import { cleanTarget } from "./channel-target";
import type { Context } from "./context";
import { openTarget } from "./delivery-target";
import { makeAttempt } from "./make-attempt";
import { requireManage } from "./permission";
import { rendererFor } from "./render-body";
import { sampleEvent, testSlot, type TestSent } from "./test-event";

/** A channel's form as it stands, of a new channel or of one that is being edited. */
export interface UnsavedChannel {
  /** The channel that is being edited. Its URL, headers and secret serve where the form has none. */
  channelId?: string;
  provider: ProviderId;
  /** Required for a new channel. */
  url?: string;
  headers?: HeaderChanges;
  options?: ChannelOptions;
  eventType?: string;
}

/**
 * Sends a sample to what a form describes, before it is saved. Nothing is stored, and a new webhook is signed with a secret
 * made for this test alone. Throws Invalid with the fields that are not usable, or NotFound.
 */
export async function sendUnsavedTest(ctx: Context, form: UnsavedChannel): Promise<TestSent> {
  requireManage(ctx);
  const channel = await assemble(ctx, form);
  const { event } = sampleEvent(ctx.workspaceId, form.eventType);
  const { body, warnings } = rendererFor(event).render(channel);
  const deliveryId = newId("delivery");
  const attempting = {
    ...{ deliveryId, eventId: event.id, eventType: event.type, body, warnings },
    ...{ test: true, number: 1, trigger: "test" as const },
  };
  const slot = await testSlot(channel.id);
  try {
    const { row } = await makeAttempt(attempting, openTarget(channel));
    return { eventId: event.id, deliveryId, provider: channel.provider, body, attempt: row };
  } finally {
    slot.release();
  }
}

/** The channel as it would be stored. */
async function assemble(ctx: Context, form: UnsavedChannel): Promise<SendingChannel> {
  const base = form.channelId === undefined ? await blank(ctx, form) : await saved(ctx, form.channelId);
  const errors: FieldError[] = [];
  const owner = { workspaceId: ctx.workspaceId, channelId: base.id };
  const { headersSealed } = changeHeaders(
    owner,
    base.provider,
    base.headersSealed,
    form.headers ?? {},
    errors,
  );
  const target = await targetOf(ctx, base, form, errors);
  if (errors.length > 0 || target === null) {
    throw new Invalid("The test was not sent: some fields are not usable.", errors);
  }
  return { ...base, ...target, headersSealed, options: form.options ?? base.options };
}

async function targetOf(
  ctx: Context,
  base: SendingChannel,
  { url }: UnsavedChannel,
  errors: FieldError[],
): Promise<Pick<SendingChannel, "urlSealed" | "urlMasked" | "inspectorToken"> | null> {
  if (url !== undefined && url.trim() !== "") {
    return cleanTarget(ctx, { channelId: base.id, provider: base.provider, url }, errors);
  }
  if (base.urlSealed !== null || base.inspectorToken !== null) return base;
  errors.push({ path: "url", message: "Enter the URL to send the test to." });
  return null;
}

async function saved(ctx: Context, channelId: string): Promise<SendingChannel> {
  const channel = await sendingChannel(rawSql(), ctx.workspaceId, channelId);
  if (!channel || channel.deleted) throw new NotFound("The channel");
  return channel;
}

async function blank(ctx: Context, { provider }: UnsavedChannel): Promise<SendingChannel> {
  const workspace = await sendingWorkspace(rawSql(), ctx.workspaceId);
  if (!workspace) throw new NotFound("The workspace");
  const secretId = newId("secret");
  const sealed = seal(newSecret(), { workspaceId: workspace.id, rowId: secretId, field: "secret" });
  return {
    ...{ id: newId("channel"), name: providers[provider].label, provider, options: {} },
    ...{ urlSealed: null, urlMasked: "", inspectorToken: null, headersSealed: null },
    ...{ enabled: true, deleted: false, workspace },
    secrets: [{ id: secretId, sealed }],
  };
}

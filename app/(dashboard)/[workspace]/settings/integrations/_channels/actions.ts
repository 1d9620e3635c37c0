"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";

import { managerAction } from "@/lib/auth/action";
import { createChannel } from "@/lib/operations/create-channel";
import { createInspector } from "@/lib/operations/create-inspector";
import { deleteChannel } from "@/lib/operations/delete-channel";
import { updateChannel } from "@/lib/operations/update-channel";
import { PROVIDER_IDS } from "@/lib/providers/provider";
import { providers } from "@/lib/providers/registry";
import { toChannelItem } from "./channel-item";
import { optionsSchema } from "./options-schema";

// Bounds only: what is usable is for the operation to say, in the same words as the API.
const id = z.string().max(100);
const text = z.string().max(10_000);
const filters = { eventTypes: z.array(text).max(1000), projectIds: z.array(text).max(1000) };

/** Adds a channel; a webhook's secret comes back this once. */
export const addChannel = managerAction(
  z.object({
    kind: z.enum(["chat", "crm"]),
    provider: z.enum(PROVIDER_IDS),
    url: text,
    /** Empty for the default. */
    name: text,
    description: text,
    ...filters,
    options: optionsSchema,
    headers: z.record(text, text),
  }),
  async ({ ctx, workspace }, { name, ...input }) => {
    const { channel, secret } = await createChannel(ctx, {
      ...input,
      ...(name.trim() !== "" && { name }),
    });
    revalidateLists(workspace.slug);
    return { channel: toChannelItem(channel), secret };
  },
);

/** Changes a channel; an empty URL keeps the one that is stored, and so do headers that are not named. */
export const editChannel = managerAction(
  z.object({
    id,
    url: text,
    name: text,
    description: text,
    ...filters,
    options: optionsSchema,
    headers: z.record(text, text.nullable()),
  }),
  async ({ ctx, workspace }, { id: channelId, url, ...changes }) => {
    const channel = await updateChannel(ctx, {
      id: channelId,
      changes: { ...changes, ...(url.trim() !== "" && { url }) },
    });
    revalidateLists(workspace.slug);
    return toChannelItem(channel);
  },
);

export const toggleChannel = managerAction(
  z.object({ id, enabled: z.boolean() }),
  async ({ ctx }, { id: channelId, enabled }) =>
    toChannelItem(await updateChannel(ctx, { id: channelId, changes: { enabled } })),
);

export const removeChannel = managerAction(
  z.object({ id }),
  async ({ ctx, workspace }, { id: channelId }) => {
    await deleteChannel(ctx, { id: channelId });
    revalidateLists(workspace.slug);
  },
);

/** Makes a built-in receiver to try a provider with. */
export const addInspector = managerAction(
  z.object({ provider: z.enum(PROVIDER_IDS) }),
  async ({ ctx }, { provider }) => {
    const { token, url } = await createInspector(ctx, { name: `${providers[provider].label} try-out` });
    return { token, url };
  },
);

function revalidateLists(slug: string): void {
  revalidatePath(`/${slug}`, "layout");
}

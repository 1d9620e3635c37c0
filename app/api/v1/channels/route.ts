import { listChannels as queryChannels } from "@/db/queries/channels";
import { createChannel, listChannels } from "@/lib/api/endpoints/channels";
import { methods } from "@/lib/api/methods";
import { presentChannel, presentPage } from "@/lib/api/present";
import { serve } from "@/lib/api/serve";
import { createChannel as addChannel } from "@/lib/operations/create-channel";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listChannels, async ({ ctx, query: { kind, ...page } }) =>
    presentPage(await queryChannels(ctx.db, ctx.workspaceId, { kind }, page), presentChannel),
  ),
  POST: serve(createChannel, async ({ ctx, body }) => {
    const { channel, secret } = await addChannel(ctx, body);
    return { ...presentChannel(channel), ...(secret !== null && { secret }) };
  }),
});

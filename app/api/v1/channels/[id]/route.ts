import { getChannel as queryChannel } from "@/db/queries/channels";
import { deleteChannel, getChannel, updateChannel } from "@/lib/api/endpoints/channels";
import { methods } from "@/lib/api/methods";
import { presentChannel } from "@/lib/api/present";
import { serve } from "@/lib/api/serve";
import { NotFound } from "@/lib/errors";
import { deleteChannel as removeChannel } from "@/lib/operations/delete-channel";
import { updateChannel as changeChannel } from "@/lib/operations/update-channel";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getChannel, async ({ ctx, id }) => {
    const channel = await queryChannel(ctx.db, ctx.workspaceId, id);
    if (!channel) throw new NotFound("The channel");
    return presentChannel(channel);
  }),
  PATCH: serve(updateChannel, async ({ ctx, id, body }) =>
    presentChannel(await changeChannel(ctx, { id, changes: body })),
  ),
  DELETE: serve(deleteChannel, async ({ ctx, id }) => removeChannel(ctx, { id })),
});

import { z } from "zod";
import { managerHandler } from "@/lib/auth/handler";
import { loadChannels } from "../_channels/load-list";

const query = z.object({ kind: z.enum(["chat", "crm"]).catch("chat"), cursor: z.string().optional() });

/** The channel list again, for the page that keeps it current. */
export const GET = managerHandler<{ workspace: string }>(async ({ ctx }, request) => {
  const { kind, cursor } = query.parse(Object.fromEntries(new URL(request.url).searchParams));
  return Response.json(await loadChannels(ctx, kind, cursor), { headers: { "cache-control": "no-store" } });
});

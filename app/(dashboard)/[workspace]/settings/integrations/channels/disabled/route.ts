import { managerHandler } from "@/lib/auth/handler";
import { loadDisabled } from "../../_channels/health/load-disabled";

/** The channels that were switched off automatically, for the pages that keep them current. */
export const GET = managerHandler<{ workspace: string }>(async ({ ctx }) =>
  Response.json(await loadDisabled(ctx), { headers: { "cache-control": "no-store" } }),
);

"use server";

import { z } from "zod";
import { announceRedelivery } from "@/inngest/announce";
import { managerAction } from "@/lib/auth/action";
import { previewRedelivery } from "@/lib/operations/preview-redelivery";
import { startRedelivery, type RedeliveryRequest } from "@/lib/operations/start-redelivery";
import { loadLogRequest } from "./load-filters";

// What a page can hold, and an address that no browser makes longer by these filters.
const selection = z.union([
  z.object({ ids: z.array(z.string().max(100)).min(1).max(100) }),
  z.object({ query: z.string().max(4_000), asOf: z.iso.datetime() }),
]);

/** Counts what would be sent again, and what would not. */
export const previewSendAgain = managerAction(selection, async ({ ctx }, asked) =>
  previewRedelivery(ctx, requestOf(asked)),
);

/** Starts sending again; answers where its progress is found. */
export const startSendAgain = managerAction(selection, async ({ ctx, workspace }, asked) => {
  const redelivery = await startRedelivery(ctx, requestOf(asked));
  await announceRedelivery(workspace.id, redelivery.id);
  return redelivery;
});

/** Nothing that came after the count is part of it: what was asked is what is sent. */
function requestOf(asked: z.output<typeof selection>): RedeliveryRequest {
  if ("ids" in asked) return { deliveryIds: asked.ids };
  const asOf = new Date(asked.asOf);
  const { filters } = loadLogRequest(new URLSearchParams(asked.query), asOf);
  const until = filters.until !== undefined && filters.until < asOf ? filters.until : asOf;
  return { filters: { ...filters, until } };
}

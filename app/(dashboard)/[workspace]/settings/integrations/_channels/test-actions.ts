"use server";

import { z } from "zod";
import { managerAction } from "@/lib/auth/action";
import { sendTest } from "@/lib/operations/send-test";
import { sendUnsavedTest } from "@/lib/operations/send-unsaved-test";
import { PROVIDER_IDS } from "@/lib/providers/provider";
import { optionsSchema } from "./options-schema";
import { toTestReport } from "./test-report";

const text = z.string().max(10_000);

/** Sends a test to one saved channel; it has a delivery of its own, marked as a test. */
export const testChannel = managerAction(z.object({ id: z.string().max(100) }), async ({ ctx }, { id }) => {
  const sent = await sendTest(ctx, { channelId: id });
  return { report: toTestReport(sent), deliveryId: sent.deliveryId };
});

/** Sends a test to what a form describes. Nothing is stored. */
export const testDraft = managerAction(
  z.object({
    /** The channel that is being edited, whose URL, headers and secret serve where the form has none. */
    id: z.string().max(100).optional(),
    provider: z.enum(PROVIDER_IDS),
    url: text,
    eventTypes: z.array(text).max(1000),
    options: optionsSchema,
    headers: z.record(text, text.nullable()),
  }),
  async ({ ctx }, { id, eventTypes, ...form }) =>
    toTestReport(await sendUnsavedTest(ctx, { ...form, channelId: id, eventType: eventTypes[0] })),
);

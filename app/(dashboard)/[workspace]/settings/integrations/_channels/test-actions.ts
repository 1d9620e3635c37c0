"use server";

import { z } from "zod";
import type { TestReport } from "@/components/channels/test-result";
import { managerAction } from "@/lib/auth/action";
import { explain } from "@/lib/delivery/explain";
import { sendTest } from "@/lib/operations/send-test";
import { sendUnsavedTest } from "@/lib/operations/send-unsaved-test";
import type { TestSent } from "@/lib/operations/test-event";
import { PROVIDER_IDS } from "@/lib/providers/provider";

const text = z.string().max(10_000);

/** Sends a test to one saved channel; it has a delivery of its own, marked as a test. */
export const testChannel = managerAction(z.object({ id: z.string().max(100) }), async ({ ctx }, { id }) => {
  const sent = await sendTest(ctx, { channelId: id });
  return { report: toReport(sent), deliveryId: sent.deliveryId };
});

/** Sends a test to what a form describes. Nothing is stored. */
export const testDraft = managerAction(
  z.object({
    /** The channel that is being edited, whose URL and secret serve where the form has none. */
    id: z.string().max(100).optional(),
    provider: z.enum(PROVIDER_IDS),
    url: text,
    eventTypes: z.array(text).max(1000),
  }),
  async ({ ctx }, { id, provider, url, eventTypes }) =>
    toReport(await sendUnsavedTest(ctx, { channelId: id, provider, url, eventType: eventTypes[0] })),
);

function toReport({ attempt, body }: TestSent): TestReport {
  const { outcome, stage, errorCode, errorDetail: detail, statusCode, durationMs, responseBody } = attempt;
  return {
    succeeded: outcome === "succeeded",
    statusCode,
    durationMs,
    responseBody,
    requestBody: body,
    explanation:
      errorCode === null ? null : explain({ errorCode, stage, statusCode, detail, url: attempt.requestUrl }),
  };
}

import { z } from "zod";
import {
  ATTEMPT_OUTCOMES,
  ATTEMPT_STAGES,
  ATTEMPT_TRIGGERS,
  DELIVERY_STATUSES,
  ERROR_CODES,
} from "@/lib/delivery/status";
import { PROVIDER_IDS } from "@/lib/providers/provider";
import { channelId, deliveryId, eventId, inputMoment, moment } from "./common";

const headers = z.record(z.string(), z.string());

export const attempt = z
  .strictObject({
    number: z.int().min(1),
    trigger: z.enum(ATTEMPT_TRIGGERS),
    outcome: z.enum(ATTEMPT_OUTCOMES),
    stage: z
      .enum(ATTEMPT_STAGES)
      .describe("How far it came: `before_sending`, `no_response` (sent, no complete answer) or `response`."),
    errorCode: z.enum(ERROR_CODES).nullable(),
    errorDetail: z.string().nullable().describe("The error in a sentence."),
    statusCode: z.int().nullable(),
    durationMs: z.int().min(0),
    startedAt: moment("When it began."),
    request: z.strictObject({
      url: z.string().describe("Masked."),
      headers: headers.describe("As sent; values of custom headers are hidden."),
      body: z.string().nullable().describe("Null when retention has removed it, or nothing was rendered."),
    }),
    response: z
      .strictObject({
        headers,
        body: z.string().nullable().describe("At most 16 KiB; null when retention has removed it."),
      })
      .nullable()
      .describe("Null when no complete answer came."),
  })
  .meta({ id: "Attempt" });

const deliveryFields = {
  id: deliveryId,
  eventId,
  eventType: z.string().meta({ example: "task.created" }),
  channelId,
  channelName: z.string().describe("Name of the channel when the event was routed."),
  provider: z.enum(PROVIDER_IDS),
  status: z.enum(DELIVERY_STATUSES),
  attemptCount: z.int().min(0),
  maxAttempts: z.int().min(1).describe("Tries of the automatic schedule."),
  nextAttemptAt: moment("When the next try is due.").nullable(),
  createdAt: moment("When the event was routed."),
  finishedAt: moment("When it ended.").nullable(),
  test: z.boolean(),
};

export const delivery = z.strictObject(deliveryFields).meta({ id: "Delivery" });

export const deliveryDetail = z
  .strictObject({ ...deliveryFields, attempts: z.array(attempt).describe("The first one first.") })
  .meta({ id: "DeliveryDetail" });

/** What narrows the log; a bulk retry takes the same. */
export const deliveryFilters = {
  status: z.enum(DELIVERY_STATUSES).optional(),
  channelId: channelId.optional(),
  eventId: eventId.optional(),
  eventType: z.string().max(100).optional().meta({ example: "task.created" }),
  since: inputMoment("Created at or after.").optional(),
  until: inputMoment("Created before.").optional(),
};

export const bulkRetry = z
  .strictObject(deliveryFilters)
  .describe("The filters of the list; what is still under way is left out.")
  .meta({ id: "BulkRetry" });

export const redelivery = z
  .strictObject({
    id: z.string().describe("Id of the bulk retry."),
    status: z.enum(["running", "finished", "cancelled"]),
    total: z.int().min(0),
    done: z.int().min(0),
    succeeded: z.int().min(0),
    failed: z.int().min(0),
  })
  .meta({ id: "Redelivery" });

export const started = z
  .strictObject({ id: z.string().describe("Id of the redelivery.") })
  .meta({ id: "StartedRedelivery" });

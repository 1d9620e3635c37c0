import { z } from "zod";
import type { ZodOpenApiPathItemObject } from "zod-openapi";
import { catalogue, EVENT_TYPES, type EventType } from "@/lib/events/catalogue";
import { dataSchema } from "./openapi-events";
import { deliveryId, eventId, moment } from "./schemas/common";

/** What a webhook channel sends, one entry for each event type. */
export const webhooks = (): Record<string, ZodOpenApiPathItemObject> =>
  Object.fromEntries(EVENT_TYPES.map((type) => [type, { post: request(type) }]));

function request(type: EventType) {
  const { group, label, description } = catalogue[type];
  const schema = z.object({
    id: eventId,
    type: z.literal(type),
    createdAt: moment("When it happened."),
    teamId: z.string().describe("Id of the workspace."),
    projectId: z.string().optional().describe("Absent when the event has none."),
    actorId: z.string().optional().describe("Absent when the event has none."),
    data: dataSchema(type),
  });
  return {
    operationId: `on_${type.replaceAll(".", "_")}`,
    tags: [group],
    summary: label,
    description,
    security: [],
    requestParams: { header: headersOf(type) },
    requestBody: {
      required: true,
      content: { "application/json": { schema, example: example(type) } },
    },
    responses: {
      "2XX": {
        description: "Received. Everything else is retried, but for 410, which switches the channel off.",
      },
    },
  };
}

const headersOf = (type: EventType) =>
  z.object({
    "x-aamu-delivery-id": deliveryId.describe("The same in every attempt: use it to ignore repeats."),
    "x-aamu-event-id": eventId,
    "x-aamu-event-type": z.literal(type),
    "x-aamu-signature": z
      .string()
      .describe('`t=<unix milliseconds>,v1=<hex HMAC-SHA256 of "<t>.<raw body>">`, keyed with the secret.'),
    "x-aimee-signature": z.string().describe("Hex HMAC-SHA256 of the raw body, keyed with the secret."),
    "webhook-id": deliveryId.describe("Standard Webhooks."),
    "webhook-timestamp": z.string().describe("Standard Webhooks: unix seconds."),
    "webhook-signature": z.string().describe("Standard Webhooks: `v1,<base64>`, separated by spaces."),
    "x-carillon-test": z.literal("1").optional().describe("Only on a test."),
  });

const example = (type: EventType) => ({
  id: "evt_019e9a4c-2b1e-7c55-9d2a-3f6b8a1c0d4e",
  type,
  createdAt: "2026-06-05T14:47:14.806Z",
  teamId: "ws_019e9a49-0d1c-7b2a-8c3d-4e5f60718293",
  data: catalogue[type].samples.typical,
});

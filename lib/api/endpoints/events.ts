import { z } from "zod";
import { defineEndpoint } from "../endpoint";
import { depthOfEvents, requireEventSize } from "../event-size";
import { sendEventsBody, sendEventsExamples } from "../openapi-events";
import { channelId, inputMoment, paging, pageOf, projectId } from "../schemas/common";
import { started } from "../schemas/deliveries";
import { acceptedBatch, acceptedEvent, event, idempotencyKey } from "../schemas/events";

const tag = "Events";

export const sendEvents = defineEndpoint({
  id: "sendEvents",
  method: "POST",
  path: "/api/v1/events",
  tag,
  summary: "Send one event, or up to 100",
  description:
    "The answer comes as soon as the events are stored; they are routed and delivered afterwards. A batch is accepted as a whole or not at all. A repeated idempotency key answers the first event and sends nothing.",
  scope: "events:write",
  headers: z.object({
    "Idempotency-Key": idempotencyKey.optional().meta({
      description: "The same as the field `idempotencyKey`; for a single event only.",
    }),
  }),
  body: {
    // The rest is judged by `readEvents`: a union of both forms could not say which place of an event is wrong.
    schema: z.record(z.string(), z.unknown()),
    required: true,
    depthOf: depthOfEvents,
    precheck: requireEventSize,
    documented: () => ({ schema: sendEventsBody(), examples: sendEventsExamples() }),
  },
  status: 202,
  answer: z.union([acceptedEvent, acceptedBatch]),
  answerDescription: "Stored.",
  problems: ["event_too_large", "idempotency_conflict"],
  keepsRejections: true,
});

export const listEvents = defineEndpoint({
  id: "listEvents",
  method: "GET",
  path: "/api/v1/events",
  tag,
  summary: "List events",
  description: "Newest first, by when they were received.",
  scope: "read",
  query: z.object({
    type: z.string().max(100).optional().meta({ example: "task.created" }),
    projectId: projectId.optional(),
    since: inputMoment("Received at or after.").optional(),
    until: inputMoment("Received before.").optional(),
    ...paging,
  }),
  status: 200,
  answer: pageOf(event),
  answerDescription: "A page of events.",
});

export const getEvent = defineEndpoint({
  id: "getEvent",
  method: "GET",
  path: "/api/v1/events/{id}",
  tag,
  summary: "Read an event",
  description: "With the routing decision of every channel and its deliveries.",
  scope: "read",
  status: 200,
  answer: event,
  answerDescription: "The event.",
});

export const replayEvent = defineEndpoint({
  id: "replayEvent",
  method: "POST",
  path: "/api/v1/events/{id}/replay",
  tag,
  summary: "Send an event again",
  description:
    "A manual attempt where a delivery exists, a new delivery where today's channels match anew. Without `channelIds`, for all channels.",
  scope: "manage",
  body: {
    schema: z
      .strictObject({ channelIds: z.array(channelId).min(1).max(100).optional() })
      .meta({ id: "Replay" }),
    required: false,
  },
  status: 202,
  answer: started,
  answerDescription: "Started; `GET /api/v1/redeliveries/{id}` tells how far it is.",
  problems: ["conflict"],
});

import { z } from "zod";
import { ROUTING_REASONS } from "@/lib/delivery/status";
import { channelId, eventId, inputMoment, moment } from "./common";
import { delivery } from "./deliveries";

/** Events of one request: the contract of the API. */
export const MAX_BATCH = 100;
export const MAX_IDEMPOTENCY_KEY = 255;

export const idempotencyKey = z
  .string()
  .min(1)
  .max(MAX_IDEMPOTENCY_KEY)
  .describe("The same key again answers the first event and sends nothing. Kept as long as the event.");

/** An event as callers send it. Its `data` is judged by the type's own schema, later. */
export const eventInput = z
  .strictObject({
    type: z.string().max(100).meta({ example: "task.created" }),
    data: z
      .record(z.string(), z.unknown())
      .describe("As the event type's schema says; unknown fields are kept."),
    projectId: z.string().max(100).nullish().describe("A project of the workspace."),
    actorId: z.string().min(1).max(255).nullish().describe("Who did it, as your system names them."),
    createdAt: inputMoment("When it happened; default: now.").nullish(),
    idempotencyKey: idempotencyKey.nullish(),
  })
  .meta({ id: "EventInput" });

export const eventBatch = z
  .strictObject({ events: z.array(eventInput).min(1).max(MAX_BATCH) })
  .describe("All or nothing.")
  .meta({ id: "EventBatch" });

export const acceptedEvent = z
  .strictObject({
    id: eventId,
    duplicate: z.boolean().describe("True when the idempotency key had been used: nothing is sent."),
  })
  .meta({ id: "AcceptedEvent" });

export const acceptedBatch = z
  .strictObject({ results: z.array(acceptedEvent).describe("In the order of the request.") })
  .meta({ id: "AcceptedBatch" });

const decision = z
  .strictObject({
    channelId,
    channelName: z.string().describe("Name of the channel when the event was routed."),
    matched: z.boolean(),
    reason: z.enum(ROUTING_REASONS).nullable().describe("The first rule that said no; null when it matched."),
  })
  .meta({ id: "RoutingDecision" });

export const event = z
  .strictObject({
    id: eventId,
    type: z.string().meta({ example: "task.created" }),
    data: z.record(z.string(), z.unknown()),
    projectId: z.string().nullable(),
    actorId: z.string().nullable(),
    idempotencyKey: z.string().nullable(),
    test: z.boolean(),
    createdAt: moment("When it happened."),
    receivedAt: moment("When it was received."),
    routing: z
      .array(decision)
      .describe("One decision per channel of the workspace; empty until the event has been routed."),
    deliveries: z.array(delivery),
  })
  .meta({ id: "Event" });

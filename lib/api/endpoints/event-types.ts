import { defineEndpoint } from "../endpoint";
import { eventTypes } from "../schemas/event-types";

export const listEventTypes = defineEndpoint({
  id: "listEventTypes",
  method: "GET",
  path: "/api/v1/event-types",
  tag: "Event types",
  summary: "List event types",
  description: "The whole catalogue, never paged.",
  scope: "read",
  status: 200,
  answer: eventTypes,
  answerDescription: "Every event type with its schema and a sample.",
});

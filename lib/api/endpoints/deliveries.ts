import { z } from "zod";
import { defineEndpoint } from "../endpoint";
import { paging, pageOf } from "../schemas/common";
import {
  bulkRetry,
  delivery,
  deliveryDetail,
  deliveryFilters,
  redelivery,
  started,
} from "../schemas/deliveries";

const tag = "Deliveries";

export const listDeliveries = defineEndpoint({
  id: "listDeliveries",
  method: "GET",
  path: "/api/v1/deliveries",
  tag,
  summary: "List deliveries",
  description: "Newest first.",
  scope: "read",
  query: z.object({ ...deliveryFilters, ...paging }),
  status: 200,
  answer: pageOf(delivery),
  answerDescription: "A page of deliveries.",
});

export const getDelivery = defineEndpoint({
  id: "getDelivery",
  method: "GET",
  path: "/api/v1/deliveries/{id}",
  tag,
  summary: "Read a delivery",
  description: "With its attempts.",
  scope: "read",
  status: 200,
  answer: deliveryDetail,
  answerDescription: "The delivery.",
});

export const retryDelivery = defineEndpoint({
  id: "retryDelivery",
  method: "POST",
  path: "/api/v1/deliveries/{id}/retry",
  tag,
  summary: "Send a delivery again",
  description:
    "One manual attempt of a finished delivery, with the same event id, delivery id and body. It is not retried, and a delivered delivery never becomes failed.",
  scope: "manage",
  body: { schema: z.strictObject({}), required: false },
  status: 202,
  answer: started,
  answerDescription: "Started.",
  problems: ["conflict"],
});

export const retryDeliveries = defineEndpoint({
  id: "retryDeliveries",
  method: "POST",
  path: "/api/v1/deliveries/retry",
  tag,
  summary: "Send many deliveries again",
  scope: "manage",
  body: { schema: bulkRetry, required: false },
  status: 202,
  answer: started,
  answerDescription: "Started; `GET /api/v1/redeliveries/{id}` tells how far it is.",
});

export const getRedelivery = defineEndpoint({
  id: "getRedelivery",
  method: "GET",
  path: "/api/v1/redeliveries/{id}",
  tag,
  summary: "Read the progress of a bulk retry",
  scope: "read",
  status: 200,
  answer: redelivery,
  answerDescription: "How far it is.",
});

import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { getEvent } from "@/db/queries/events";
import { getDelivery } from "@/db/queries/deliveries";
import { catalogue } from "@/lib/events/catalogue";
import { createPipelineWorld, type PipelineWorld } from "@/scripts/testing/pipeline-world";
import { fanOut } from "./fan-out";
import { ingestEvents } from "./ingest-events";

let world: PipelineWorld;
beforeAll(async () => {
  world = await createPipelineWorld();
});
afterAll(() => world.close());
beforeEach(() => world.receiver.clear());

const data = catalogue["task.created"].samples.typical;
const ingest = async (ctx = world.ctx) => {
  const { fresh } = await ingestEvents(ctx, { events: [{ type: "task.created", data }] });
  return fresh;
};

test("an event reaches a healthy channel at once, signed, and its attempt is on record", async () => {
  const channel = await world.channel("/healthy");
  const eventIds = await ingest();
  const result = await fanOut(world.ctx, { eventIds });
  expect(result).toEqual({ due: [], announce: [] });
  const [request] = world.receiver.requests("/healthy");
  if (!request) throw new Error("Nothing arrived.");
  expect(JSON.parse(request.body)).toMatchObject({ id: eventIds[0], type: "task.created", data });
  new Webhook(channel.secret ?? "").verify(request.body, request.headers);
  const event = await getEvent(db(), world.ctx.workspaceId, eventIds[0] ?? "");
  const delivery = await getDelivery(db(), world.ctx.workspaceId, event?.deliveries[0]?.id ?? "");
  expect(delivery).toMatchObject({
    status: "delivered",
    attemptCount: 1,
    nextAttemptAt: null,
    body: request.body,
  });
  expect(delivery?.attempts).toMatchObject([
    {
      number: 1,
      trigger: "automatic",
      outcome: "succeeded",
      stage: "response",
      statusCode: 200,
      responseBody: "ok",
    },
  ]);
});

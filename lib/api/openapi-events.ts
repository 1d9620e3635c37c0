import { z } from "zod";
import { catalogue, EVENT_TYPES, type EventType } from "@/lib/events/catalogue";
import { eventInput, MAX_BATCH } from "./schemas/events";

/** The component of a type's data: `task.status_changed` → `TaskStatusChangedData`. */
const dataName = (type: EventType): string =>
  `${type.replace(/(^|[._])(\w)/g, (_, __, letter: string) => letter.toUpperCase())}Data`;

/** The schema of a type's `data` as a component of the document, shared by requests and webhooks. */
export const dataSchema = (type: EventType): z.ZodType =>
  (named[type] ??= catalogue[type].schema.meta({
    id: dataName(type),
    description: catalogue[type].description,
  }));

const named: Partial<Record<EventType, z.ZodType>> = {};

/** The body of `sendEvents`: each type with its own data, alone or in a batch. The same schemas judge requests. */
export function sendEventsBody(): z.ZodType {
  const variants = EVENT_TYPES.map((type) =>
    eventInput
      .extend({ type: z.literal(type), data: dataSchema(type) })
      .meta({ id: dataName(type).replace(/Data$/, "Event") }),
  );
  const [first, ...rest] = variants;
  if (!first) throw new Error("The catalogue is empty.");
  const event = z.discriminatedUnion("type", [first, ...rest]).meta({ id: "EventToSend" });
  const batch = z
    .strictObject({ events: z.array(event).min(1).max(MAX_BATCH) })
    .describe("All or nothing.")
    .meta({ id: "EventBatch" });
  return z.union([event, batch]);
}

/** Examples of that body: the catalogue's own samples. */
export function sendEventsExamples(): Record<string, { value: unknown }> {
  const single = EVENT_TYPES.map((type) => [type, { value: sample(type) }] as const);
  const batch = { value: { events: [sample("task.created"), sample("course.published")] } };
  return { ...Object.fromEntries(single), batch };
}

const sample = (type: EventType) => ({ type, data: catalogue[type].samples.typical });

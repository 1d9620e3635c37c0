import { z } from "zod";
import { catalogue, EVENT_TYPES, type EventDefinition } from "@/lib/events/catalogue";
import type { eventTypes } from "./schemas/event-types";

type EventTypes = z.input<typeof eventTypes>;

/** The catalogue as an answer. */
export const presentEventTypes = (): EventTypes => (presented ??= { data: EVENT_TYPES.map(present) });

// It never changes while the process runs, and making the schemas takes long enough to notice.
let presented: EventTypes | undefined;

function present(type: (typeof EVENT_TYPES)[number]): EventTypes["data"][number] {
  const { group, description, schema, samples }: EventDefinition = catalogue[type];
  return {
    type,
    group,
    description,
    schema: z.toJSONSchema(schema, { io: "input" }),
    sample: samples.typical,
  };
}

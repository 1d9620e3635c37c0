import { z } from "zod";
import { EVENT_GROUPS, EVENT_TYPES } from "@/lib/events/catalogue";

export const eventTypes = z
  .strictObject({
    data: z.array(
      z.strictObject({
        type: z.enum(EVENT_TYPES),
        group: z.enum(EVENT_GROUPS),
        description: z.string(),
        schema: z.record(z.string(), z.unknown()).describe("JSON Schema (2020-12) of `data`."),
        sample: z.record(z.string(), z.unknown()).describe("A valid `data`."),
      }),
    ),
  })
  .meta({ id: "EventTypes" });

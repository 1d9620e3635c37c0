import { z } from "zod";

/** The building blocks of the schemas. All keep unknown fields and change nothing. */

/** 2026-06-05 or 2026-06-05T14:47:14.806Z: RFC 3339, where a time must name its zone. */
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

export const text = (description: string) => z.string().describe(description);

export const id = (of: string) => z.string().min(1).describe(`Id of the ${of}.`);

/** Absent and null are the same. */
export const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().describe(schema.description ?? "");

export const moment = (description: string) =>
  z
    .string()
    .refine((value) => MOMENT.test(value) && !Number.isNaN(Date.parse(value)), {
      error: "Must be a date such as 2026-06-05, or a moment with its zone such as 2026-06-05T14:47:14Z.",
    })
    .describe(description);

export const person = (description: string) =>
  z.looseObject({ id: id("person"), name: text("Name as people read it.") }).describe(description);

export const link = (to: string) => text(`Address of ${to}; only https addresses become a button.`);

export const changes = z
  .record(
    z.string(),
    z
      .looseObject({
        from: z.unknown().optional().describe("Value before the change."),
        to: z.unknown().optional().describe("Value after the change."),
      })
      .describe("One changed field."),
  )
  .describe("What changed: a field's name with its values before and after.");

export const comment = z
  .looseObject({
    id: id("comment"),
    text: text("What was written."),
    author: maybe(person("Who wrote it.")),
  })
  .describe("The comment.");

/** `data` of an event: its objects, and what every event may carry. */
export const eventData = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.looseObject({
    ...shape,
    actor: maybe(person("Who did it; without it the card speaks of the object alone.")),
    url: maybe(link("the object")),
  });

/** `data` of an event about an object that may belong to a project. */
export const inProject = <Shape extends z.ZodRawShape>(shape: Shape) =>
  eventData({
    ...shape,
    project: maybe(
      z
        .looseObject({ id: id("project"), name: text("Name of the project.") })
        .describe("The project it belongs to, shown under the card."),
    ),
  });

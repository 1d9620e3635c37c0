import { z } from "zod";

/** Rows of a page: the contract of the API. */
export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 100;

// Ids are opaque: their form is nobody's business, so the document does not promise one.
export const id = (of: string, example: string) => z.string().describe(`Id of the ${of}.`).meta({ example });

export const eventId = id("event", "evt_019e9a4c-2b1e-7c55-9d2a-3f6b8a1c0d4e");
export const channelId = id("channel", "chn_019e9a4b-77a0-7f13-8a55-0b1f2c3d4e5f");
export const deliveryId = id("delivery", "whd_019e9a4c-2b3f-7d10-b6c4-5e7a9f8b1c2d");
export const projectId = id("project", "prj_019e9a4a-1c2d-7e3f-8a9b-0c1d2e3f4a5b");

export const moment = (description: string) =>
  z.iso.datetime().describe(`${description} UTC, ISO 8601.`).meta({ example: "2026-06-05T14:47:14.806Z" });

/** A moment that callers give: any zone, or a day in UTC; in years that have four digits in UTC as well. */
export const inputMoment = (description: string) =>
  z
    .union([z.iso.datetime({ offset: true }), z.iso.date()])
    .refine((value) => /^(?!0000)\d{4}-/.test(utc(value)), { error: "Must lie in the years 1 to 9999." })
    .describe(`${description} ISO 8601 with a zone, or a day; write + as %2B in a query.`)
    .meta({ example: "2026-06-05T00:00:00Z" });

/** Empty for what is no moment at all. */
function utc(value: string): string {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString();
}

export const paging = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_LIMIT)
    .default(DEFAULT_LIMIT)
    .describe("Most rows of the answer."),
  cursor: z
    .string()
    .min(1)
    .max(400)
    .optional()
    .describe("`nextCursor` of the page before; leave it out for the first page."),
};

/** A page of a list, newest first. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({
    data: z.array(row),
    nextCursor: z
      .string()
      .nullable()
      .describe(
        "Ask for the next page with it; null on the last one. A search may leave pages short, even empty: only null ends it.",
      ),
  });

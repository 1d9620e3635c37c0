import { z } from "zod";

const tag = z.string().max(100);

/** How cards look, as forms send it; what a locale or a time zone is, the operation says. */
export const optionsSchema = z.strictObject({
  linkStyle: z.enum(["buttons", "links"]).optional(),
  locale: tag.optional(),
  timeZone: tag.optional(),
});

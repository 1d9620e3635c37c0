import type { z } from "zod";
import type { FieldError } from "@/lib/errors";

/** A schema's verdict as a list of places; empty when the value is valid. */
export const toFieldErrors = (result: z.ZodSafeParseResult<unknown>): FieldError[] =>
  result.success
    ? []
    : result.error.issues.map((issue) => ({
        path: issue.path.map(String).join("."),
        message: issue.message,
      }));

import { updateInspectorAnswer } from "@/db/queries/inspectors";
import type { InspectorAnswer } from "@/db/schema";
import { Invalid, NotFound, type FieldError } from "@/lib/errors";
import type { Context } from "./context";
import { requireManage } from "./permission";

// Longer than the ten seconds after which a send gives up, so that a timeout can be tried out.
export const MAX_ANSWER_DELAY_MS = 15_000;
export const MAX_ANSWER_BYTES = 16 * 1024;

/** Chooses what an inspector answers from now on. Throws NotFound, or Invalid with every field that is wrong. */
export async function setInspectorAnswer(
  ctx: Context,
  input: { token: string; answer: InspectorAnswer },
): Promise<void> {
  requireManage(ctx);
  const errors = check(input.answer);
  if (errors.length > 0) throw new Invalid("The answer was not changed: some fields are not usable.", errors);
  const changed = await updateInspectorAnswer(ctx.db, ctx.workspaceId, input.token, input.answer);
  if (!changed) throw new NotFound("The inspector");
}

function check({ status, body, delayMs }: InspectorAnswer): FieldError[] {
  const errors: FieldError[] = [];
  // 1xx are no final answers (RFC 9110, section 15.2).
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    errors.push({ path: "status", message: "Choose a whole number from 200 to 599." });
  }
  if (new TextEncoder().encode(body).length > MAX_ANSWER_BYTES) {
    errors.push({ path: "body", message: `The body may have ${MAX_ANSWER_BYTES} bytes.` });
  }
  if (!Number.isInteger(delayMs) || delayMs < 0 || delayMs > MAX_ANSWER_DELAY_MS) {
    errors.push({ path: "delayMs", message: `Choose 0 to ${MAX_ANSWER_DELAY_MS / 1000} seconds.` });
  }
  return errors;
}

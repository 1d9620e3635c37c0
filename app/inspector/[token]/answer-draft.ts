import type { InspectorAnswer } from "@/db/schema";

/** What is typed: numbers may be half written. */
export interface AnswerDraft {
  status: string;
  seconds: string;
  body: string;
}

export const draftOf = ({ status, delayMs, body }: InspectorAnswer): AnswerDraft => ({
  status: String(status),
  seconds: String(delayMs / 1000),
  body,
});

/** NaN where no number stands: the server then says what it takes. */
export const answerOf = ({ status, seconds, body }: AnswerDraft): InspectorAnswer => ({
  status: numberOf(status),
  delayMs: Math.round(numberOf(seconds) * 1000),
  body,
});

const numberOf = (text: string): number => (text.trim() === "" ? Number.NaN : Number(text));

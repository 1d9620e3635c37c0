import type { InspectorAnswer } from "@/db/schema";

/** What an inspector answers unless it is told otherwise: Slack takes nothing but `ok` for success. */
export const OK: InspectorAnswer = { status: 200, body: "ok", delayMs: 0 };

/** Answers worth trying, each with what it lets one see. */
export const CHOICES: readonly { name: string; answer: InspectorAnswer; shows: string }[] = [
  { name: "200 ok", answer: OK, shows: "Success." },
  {
    name: "503",
    answer: { status: 503, body: "try again later", delayMs: 0 },
    shows: "A failure that is retried on the schedule.",
  },
  {
    name: "429",
    answer: { status: 429, body: "slow down", delayMs: 0 },
    shows: "Too many requests: retried.",
  },
  {
    name: "410",
    answer: { status: 410, body: "gone", delayMs: 0 },
    shows: "Gone: the delivery ends, and the channel is switched off.",
  },
  {
    name: "Too slow",
    // Longer than the ten seconds that an attempt waits for its answer.
    answer: { status: 200, body: "ok", delayMs: 12_000 },
    shows: "A timeout: retried.",
  },
];

export const isSameAnswer = (a: InspectorAnswer, b: InspectorAnswer): boolean =>
  a.status === b.status && a.body === b.body && a.delayMs === b.delayMs;

/** An answer in a few words: `503 after 2 s, with "try again later"`. */
export function describeAnswer({ status, body, delayMs }: InspectorAnswer): string {
  const wait = delayMs === 0 ? "" : ` after ${delayMs / 1000} s`;
  return `${status}${wait}, ${body === "" ? "without a body" : `with “${shortened(body)}”`}`;
}

// As much as fits beside the rest on a phone.
const SHOWN = 40;

const shortened = (body: string): string => {
  const line = body.replaceAll(/\s+/g, " ").trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line;
};

import { parseArgs } from "node:util";
import type { Answer } from "./answer";

export interface ReceiverOptions {
  /** The usage is wanted, nothing else. */
  help: boolean;
  port: number;
  answers: Answer[];
}

export const USAGE = `Usage: npm run receiver -- [--port 4000] [--status 503,503,200] [--delay 0,2000]

  --port    where to listen on 127.0.0.1; 0 takes a free one
  --status  what to answer, one request after another; the last one stays
  --delay   milliseconds to wait before each answer, likewise
  --help    this text

WEBHOOK_SECRET in the environment: check the signatures of every request with it.`;

/** Reads the flags. Throws an Error with one line about the first flag that is wrong. */
export function parseOptions(args: readonly string[]): ReceiverOptions {
  const { help, port, status, delay } = flags(args);
  const statuses = numbers("status", status, 100, 599);
  // A day: longer than any client waits.
  const delays = numbers("delay", delay, 0, 86_400_000);
  const [wanted = 0, ...more] = numbers("port", port, 0, 65_535);
  if (more.length > 0) throw new Error("--port takes one number.");
  const answers = Array.from({ length: Math.max(statuses.length, delays.length) }, (_, index) => ({
    status: statuses[Math.min(index, statuses.length - 1)],
    delayMs: delays[Math.min(index, delays.length - 1)],
  }));
  return { help, port: wanted, answers };
}

function flags(args: readonly string[]): { help: boolean; port: string; status: string; delay: string } {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: "boolean", default: false },
      port: { type: "string", default: "4000" },
      status: { type: "string", default: "200" },
      delay: { type: "string", default: "0" },
    },
  });
  return values;
}

function numbers(name: string, text: string, least: number, most: number): number[] {
  return text.split(",").map((part) => {
    const number = Number(part);
    if (part.trim() === "" || !Number.isInteger(number) || number < least || number > most) {
      throw new Error(
        `--${name} takes whole numbers from ${least} to ${most}, separated by commas; not "${part}".`,
      );
    }
    return number;
  });
}

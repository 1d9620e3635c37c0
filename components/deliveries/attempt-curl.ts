import { shellQuoted } from "@/components/cards/webhook/curl";
import type { AttemptItem } from "./attempt-item";

/** What stands in a record for a value that is not shown. */
const HIDDEN = /•/;

/**
 * A shell command that repeats an attempt's request byte for byte. What the log does not show, the channel's URL and the
 * values of its own headers, has to be filled in on top.
 */
export function attemptCurl({ requestHeaders }: Pick<AttemptItem, "requestHeaders">, body: string): string {
  const blanks = [`CHANNEL_URL='paste the URL of the channel here'`];
  const headers = Object.entries(requestHeaders ?? {}).map(([name, value]) => {
    if (!HIDDEN.test(value)) return `-H ${shellQuoted(`${name}: ${value}`)}`;
    const variable = name.toUpperCase().replace(/[^A-Z0-9]/g, "_");
    blanks.push(`${variable}='paste the value of ${name} here'`);
    return `-H ${shellQuoted(`${name}: `)}"$${variable}"`;
  });
  const command = [`curl -X POST "$CHANNEL_URL"`, ...headers, `--data-binary ${shellQuoted(body)}`];
  return [...blanks, command.join(" \\\n  ")].join("\n");
}

import { asRecord, asRecords } from "@/components/cards/read";
import type { ProviderId } from "@/lib/providers/provider";
import { providers } from "@/lib/providers/registry";
import { SLACK_LIMITS } from "@/lib/providers/slack/limits";
import { TEAMS_LIMITS } from "@/lib/providers/teams/limits";
import { cardOf } from "./links";

/** A limit of the provider and how much of it a message uses. */
export interface Limit {
  label: string;
  value: number;
  max: number;
  /** In words: "1.4 of 27 KB". */
  text: string;
}

/** The limits that matter for one message. */
export function limitsOf(provider: ProviderId, payload: unknown, body: string): Limit[] {
  const bytes = new TextEncoder().encode(body).length;
  const max = providers[provider].maxBytes;
  return [
    {
      label: "Size",
      value: bytes,
      max,
      text: share(bytes, max),
    },
    ...countsOf[provider](payload),
  ];
}

/** "1.4 of 27 KB", and "0.5 KB of 2.1 MB" where the units differ. */
function share(bytes: number, max: number): string {
  const used = inUnit(bytes);
  const all = inUnit(max);
  const unit = used.unit === all.unit ? "" : ` ${used.unit}`;
  return `${used.number}${unit} of ${all.number} ${all.unit}`;
}

function inUnit(bytes: number): { number: string; unit: string } {
  const large = bytes >= 1_000_000;
  const number = (bytes / (large ? 1_000_000 : 1_000)).toFixed(1).replace(/\.0$/, "");
  return { number, unit: large ? "MB" : "KB" };
}

const counted = (label: string, value: number, max: number): Limit => ({
  label,
  value,
  max,
  text: `${value} of ${max}`,
});

const countsOf = {
  teams: (payload) => [
    counted("Buttons", asRecords(asRecord(cardOf(payload))?.actions).length, TEAMS_LIMITS.actions),
  ],
  slack: (payload) => [counted("Blocks", asRecords(asRecord(payload)?.blocks).length, SLACK_LIMITS.blocks)],
  webhook: () => [],
} satisfies Record<ProviderId, (payload: unknown) => Limit[]>;

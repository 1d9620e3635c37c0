import type { Outcome } from "@/lib/delivery/outcome";
import { PROVIDER_IDS, type ProviderId } from "@/lib/providers/provider";
import { providers } from "@/lib/providers/registry";

/** What a delivery does after an answer. */
export type Verdict = "delivered" | "retried" | "failed" | "failed, channel off";

export interface VerdictRow {
  /** What the receiver answered. */
  answer: string;
  verdicts: Record<ProviderId, Verdict>;
}

const STATUSES = [200, 204, 302, 400, 401, 403, 404, 405, 408, 410, 413, 422, 429, 500, 502, 503, 504];

/** What each status means, asked of the policies that judge real answers. Bodies: `ok` for 200, else empty. */
export const verdictTable = (): VerdictRow[] =>
  STATUSES.map((status) => {
    const body = status === 200 ? "ok" : "";
    const verdict = (id: ProviderId) => verdictOf(providers[id].judge({ status, body }));
    return {
      answer: status === 200 ? "200 ok" : String(status),
      verdicts: { teams: verdict("teams"), slack: verdict("slack"), webhook: verdict("webhook") },
    };
  });

/** The providers in the order of the table's columns. */
export const VERDICT_COLUMNS = PROVIDER_IDS.map((id) => ({ id, label: providers[id].label }));

const AFTER = { retry: "retried", permanent: "failed", disable: "failed, channel off" } as const;

const verdictOf = (outcome: Outcome): Verdict =>
  outcome.outcome === "succeeded" ? "delivered" : AFTER[outcome.then];

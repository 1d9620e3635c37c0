import { statusWord } from "@/components/ui/status-badge";
import type { DeliveryStatus } from "@/lib/delivery/status";
import type { ChartTone } from "./tone";

const TONES = {
  delivered: "good",
  failed: "bad",
  retrying: "warn",
  pending: "info",
  cancelled: "neutral",
} as const satisfies Record<DeliveryStatus, ChartTone>;

/** What went well lies below, so that what stands out is what did not. */
const ORDER = ["delivered", "cancelled", "pending", "retrying", "failed"] as const satisfies DeliveryStatus[];

/** The outcomes of deliveries as a chart stacks them. */
export const OUTCOME_SERIES = ORDER.map((key) => ({ key, label: statusWord(key), tone: TONES[key] }));

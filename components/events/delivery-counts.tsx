import { StatusCount } from "@/components/ui/status-badge";
import type { DeliveryStatus } from "@/lib/delivery/status";

/** What became of an event's deliveries, as small badges; the worst first. */
export function DeliveryCounts({ counts }: { counts: Record<DeliveryStatus, number> }) {
  const present = ORDER.filter((status) => counts[status] > 0);
  if (present.length === 0) return <span className="text-ink-3">–</span>;
  return (
    <span className="inline-flex flex-wrap gap-1">
      {present.map((status) => (
        <StatusCount key={status} status={status} count={counts[status]} />
      ))}
    </span>
  );
}

const ORDER = [
  "failed",
  "retrying",
  "pending",
  "delivered",
  "cancelled",
] as const satisfies readonly DeliveryStatus[];

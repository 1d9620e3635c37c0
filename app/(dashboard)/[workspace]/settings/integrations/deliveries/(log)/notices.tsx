import { ListChecks, SearchX } from "lucide-react";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";

const daysText = (days: number): string => (days === 1 ? "1 day" : `${days} days`);

/** The range begins before what is kept: what is missing was not lost, it was removed. */
export const BeyondRetention = ({ days }: { days: number }) => (
  <Banner tone="info" title={`Deliveries are kept ${daysText(days)}`}>
    This range begins before that; what was older has been removed.
  </Banner>
);

/** Stands where the log has no rows. */
export const Nothing = ({ narrowed, days }: { narrowed: boolean; days: number }) =>
  narrowed ? (
    <EmptyState icon={SearchX} title="No delivery matches these filters">
      Remove a filter to see more. Deliveries are kept {daysText(days)}; whether an event was matched at all,
      the event itself tells.
    </EmptyState>
  ) : (
    <EmptyState icon={ListChecks} title="No deliveries yet">
      As soon as an event matches a channel, its delivery appears here with every attempt.
    </EmptyState>
  );

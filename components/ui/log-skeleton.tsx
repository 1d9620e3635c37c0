import { Skeleton } from "./skeleton";

/** In the shape of a log; it shows itself only when the log takes longer than a blink. `label` says what is loading. */
export const LogSkeleton = ({ label }: { label: string }) => (
  <div role="status" className="grid animate-appear-late gap-6">
    <span className="sr-only">{label}</span>
    <div className="grid gap-2">
      <Skeleton className="h-7 w-40" />
      <Skeleton className="h-5 w-96 max-w-full" />
    </div>
    <div className="grid gap-3">
      <Skeleton className="h-8 w-full max-w-2xl" />
      <div className="rounded-lg border border-line bg-surface p-4">
        {Array.from({ length: 10 }, (_, index) => (
          <Skeleton key={index} className="mb-3 h-6 last:mb-0" />
        ))}
      </div>
    </div>
  </div>
);

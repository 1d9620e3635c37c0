import { Skeleton } from "@/components/ui/skeleton";

const TILES = 8;

/** In the shape of the overview's numbers, charts and tables. */
export const OverviewSkeleton = () => (
  <div role="status" className="grid gap-4">
    <span className="sr-only">Loading the overview</span>
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {Array.from({ length: TILES }, (_, index) => (
        <Skeleton key={index} className="h-20.5 rounded-lg" />
      ))}
    </div>
    <div className="grid gap-4 lg:grid-cols-2">
      <Skeleton className="h-72 rounded-lg" />
      <Skeleton className="h-72 rounded-lg" />
    </div>
    <div className="grid gap-4 lg:grid-cols-2">
      <Skeleton className="h-64 rounded-lg" />
      <Skeleton className="h-64 rounded-lg" />
    </div>
  </div>
);

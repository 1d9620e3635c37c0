import { Skeleton } from "@/components/ui/skeleton";

/** In the shape of the simulator, as high as it is with the sample that it begins with. */
export const SimulatorSkeleton = () => (
  <div role="status">
    <span className="sr-only">Loading the simulator</span>
    <div className="grid gap-3 p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Skeleton className="h-8 w-92 max-w-full" />
        <Skeleton className="h-8 w-64 max-w-full" />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Skeleton className="h-8 flex-[3_1_20rem]" />
        <Skeleton className="h-8 flex-[2_1_14rem]" />
      </div>
    </div>
    <div className="grid grid-cols-[minmax(0,1fr)] border-t border-line lg:h-168 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      <div className="flex min-w-0 flex-col gap-3 border-line p-3 max-lg:order-2 max-lg:h-96 max-lg:border-t lg:border-r">
        <Skeleton className="h-4 w-56" />
        <Skeleton className="h-4 w-24" />
        <Skeleton className="min-h-0 flex-1" />
      </div>
      <div className="grid min-w-0 content-start gap-5 p-4">
        <Skeleton className="h-6" />
        <Skeleton className="h-80" />
        <Skeleton className="h-8 w-72 max-w-full" />
        <Skeleton className="h-6" />
        <Skeleton className="h-24 w-96 max-w-full" />
      </div>
    </div>
  </div>
);

import { deferred } from "@/components/ui/deferred";

/** Microsoft's renderer weighs about 100 KB: it is fetched where a card is shown. */
export const teamsRenderer = deferred(() => import("./drawn-card"));

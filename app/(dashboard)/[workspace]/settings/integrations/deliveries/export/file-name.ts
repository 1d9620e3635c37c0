import type { Format } from "./formats";

/** `deliveries-acme-20260605T090000Z-20260605T100000Z.csv`: which workspace, and which range of time. */
export function fileName(
  workspace: string,
  { since, until }: { since: Date | undefined; until: Date },
  format: Format,
): string {
  const range = [since, until].map((at) => (at ? compact(at) : "all"));
  return `deliveries-${workspace}-${range.join("-")}.${format}`;
}

/** ISO 8601's basic form: no file system minds it. */
const compact = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, "");

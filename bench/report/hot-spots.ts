/** A CPU profile as the inspector gives it (chromedevtools.github.io/devtools-protocol/v8/Profiler). */
export interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples?: number[];
  /** Microseconds between samples. */
  timeDeltas?: number[];
}

export interface HotSpot {
  name: string;
  /** Share of the time in which the process did anything. */
  share: number;
}

const TOP = 20;

/** Where the time of the process went: the functions, and the packages, that took most for themselves. */
export function hotSpots(profile: CpuProfile): { functions: HotSpot[]; packages: HotSpot[]; busy: number } {
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const functions = new Map<string, number>();
  const packages = new Map<string, number>();
  let idle = 0;
  let busy = 0;
  profile.samples?.forEach((node, index) => {
    const frame = frames.get(node);
    const time = profile.timeDeltas?.[index] ?? 0;
    if (frame === undefined || frame.functionName === "(idle)") return void (idle += time);
    busy += time;
    const place = placeOf(frame.url);
    add(functions, `${frame.functionName || "(anonymous)"} ${place} :${frame.lineNumber + 1}`, time);
    add(packages, place === "" ? frame.functionName : packageOf(place), time);
  });
  return {
    functions: top(functions, busy),
    packages: top(packages, busy),
    busy: busy / Math.max(1, busy + idle),
  };
}

/** Both lists as tables in Markdown. */
export function hotSpotTables(title: string, profile: CpuProfile): string {
  const { functions, packages, busy } = hotSpots(profile);
  const table = (head: string, spots: HotSpot[]) => [
    `| share | ${head} |`,
    "| ----: | --- |",
    ...spots.map(({ share, name }) => `| ${(share * 100).toFixed(1)} % | ${name.replaceAll("|", "\\|")} |`),
  ];
  return [
    `## ${title}: busy ${(busy * 100).toFixed(0)} % of the time`,
    "",
    ...table("package or file", packages),
    "",
    ...table("function", functions),
    "",
  ].join("\n");
}

function top(times: ReadonlyMap<string, number>, busy: number): HotSpot[] {
  return [...times]
    .map(([name, time]) => ({ name, share: time / busy }))
    .toSorted((a, b) => b.share - a.share)
    .slice(0, TOP);
}

const add = (times: Map<string, number>, name: string, time: number) =>
  times.set(name, (times.get(name) ?? 0) + time);

/** A path from the repository's folder on; `node:` modules as they are. */
const placeOf = (url: string): string =>
  url.replace(/^file:\/\//, "").replace(/^.*?\/(?=(node_modules|inngest|lib|db|app|\.next)\/)/, "");

const packageOf = (place: string): string =>
  /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(place)?.[1] ?? place.replace(/\/[^/]+$/, "");

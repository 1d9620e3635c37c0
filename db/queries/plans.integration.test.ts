import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "@/db/client";
import { fillHistory } from "@/db/fill/fill-history";
import { createTestDatabase, type TestDatabase } from "@/db/testing/database";
import { explaining, nodesOf, pagesOf, sortedRows, type Explained } from "@/db/testing/plans";
import { DELIVERY_STATUSES } from "@/lib/delivery/status";
import { EVENT_TYPES } from "@/lib/events/types";
import type { DeliveryFilters } from "./deliveries";
import { deliveryHistogram } from "./delivery-histogram";
import { listDeliveries } from "./delivery-list";
import { listEventLog, type EventFilters } from "./event-log";
import { readOverview } from "./overview";
import type { Page } from "./page";
import { foldTallies } from "./tally-fold";

const DELIVERIES = 200_000;
const WORKSPACE = "ws_scale";
const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
const ago = (days: number) => new Date(Date.now() - days * DAY_MS);

let database: TestDatabase;
let session: ReturnType<typeof explaining>;
beforeAll(async () => {
  database = await createTestDatabase();
  session = explaining(database.url);
});
afterAll(async () => {
  await session.end();
  await database.drop();
});

type Choice<Filters> = { name: string; filters: Filters };

/** Frequent words, rare ones, ones that hardly ever meet, ones of two days three weeks ago only, and what no index knows. */
const WORDS = [
  { search: "harbour crane" },
  { search: "00f1" },
  { search: "inspect pump robin" },
  { search: "spring fair" },
  { search: "zq" },
];

/** Each filter in a frequent and a rare variant, by what it filters. */
const DELIVERY_FILTERS = {
  status: [{ status: "delivered" }, { status: ["failed", "cancelled"] }, { status: "pending" }],
  channel: [{ channelId: channelId(5) }, { channelId: channelId(39) }],
  provider: [{ provider: "webhook" }, { provider: "teams" }],
  type: [{ eventType: EVENT_TYPES[0] }, { eventType: EVENT_TYPES.at(-1) }],
  project: [{ projectId: projectId(0) }, { projectId: projectId(7) }],
  test: [{ test: true }],
  range: [{ since: ago(1) }, { since: ago(21), until: ago(14) }],
  search: [...WORDS, { search: `evt_${"0".repeat(36)}` }],
} satisfies Record<string, DeliveryFilters[]>;

const EVENT_FILTERS = {
  type: [{ type: EVENT_TYPES[0] }, { type: EVENT_TYPES.at(-1) }],
  project: [{ projectId: projectId(0) }, { projectId: projectId(7) }],
  match: [{ match: "matched" }, { match: "unmatched" }, { match: "pending" }],
  range: [{ since: ago(1) }, { since: ago(21), until: ago(14) }],
  search: WORDS,
} satisfies Record<string, EventFilters[]>;

/** No filter, each filter alone, and each pair of different ones. */
function combinations<Filters extends object>(filters: Record<string, Filters[]>): Choice<Filters>[] {
  const groups = Object.values(filters);
  const singles = groups.flat();
  const pairs = groups.flatMap((group, index) =>
    group.flatMap((one) =>
      groups.slice(index + 1).flatMap((later) => later.map((two) => ({ ...one, ...two }))),
    ),
  );
  return [{} as Filters, ...singles, ...pairs].map((each) => ({ name: JSON.stringify(each), filters: each }));
}

/** The first page, and one deep in the history. */
async function pages<Filters extends { until?: Date }>(
  list: (
    filters: Filters,
    page: { limit: number; cursor?: string },
  ) => Promise<{ nextCursor: string | null }>,
  filters: Filters,
): Promise<void> {
  await list(filters, { limit: 50 });
  const until = new Date(Math.min(ago(25).getTime(), filters.until?.getTime() ?? Infinity));
  const { nextCursor } = await list({ ...filters, until }, { limit: 1 });
  if (nextCursor !== null) await list(filters, { limit: 50, cursor: nextCursor });
}

const LARGE = ["deliveries", "attempts", "events", "plans", "event_words"];
const scannedWhole = ({ plan }: Explained): string[] =>
  nodesOf(plan).flatMap((node) =>
    node["Node Type"] === "Seq Scan" && LARGE.includes(node["Relation Name"] ?? "")
      ? [node["Relation Name"]]
      : [],
  ) as string[];

/** Statements of these filters that read a large table whole, more than `maxPages` pages, or sort more than `maxSorted` rows. */
async function offences<Filters>(
  choices: Choice<Filters>[],
  run: (filters: Filters) => Promise<unknown>,
  { maxPages, maxSorted, tables }: Bounds,
): Promise<string[]> {
  const found: string[] = [];
  for (const { name, filters } of choices) {
    for (const explained of await session.explain(true, () => run(filters))) {
      const [pagesRead, sorted] = [pagesOf(explained.plan, tables), sortedRows(explained.plan)];
      const whole = scannedWhole(explained);
      if (whole.length > 0 || pagesRead > maxPages || sorted > maxSorted) {
        found.push(
          `${name}: ${whole.join()} ${pagesRead} pages, ${sorted} sorted: ${explained.text.slice(0, 80)}`,
        );
      }
    }
  }
  return found;
}

const deliveryPages = (filters: DeliveryFilters) =>
  pages((each, page) => listDeliveries(session.database, WORKSPACE, each, page), filters);
const eventPages = (filters: EventFilters) =>
  pages((each, page) => listEventLog(session.database, WORKSPACE, each, page), filters);

test("on empty tables no list reads a whole table", async () => {
  const whole: string[] = [];
  const look = async <Filters>(choices: Choice<Filters>[], run: (filters: Filters) => Promise<unknown>) => {
    for (const { name, filters } of choices) {
      const plans = await session.explain(false, () => run(filters));
      whole.push(...plans.flatMap((each) => scannedWhole(each).map((table) => `${name}: ${table}`)));
    }
  };
  await look(combinations<DeliveryFilters>(DELIVERY_FILTERS), deliveryPages);
  await look(combinations<EventFilters>(EVENT_FILTERS), eventPages);
  expect(whole).toEqual([]);
});

describe("with 200,000 deliveries", { timeout: 120_000 }, () => {
  beforeAll(async () => {
    const { raw, end } = connect(database.url, { max: 1 });
    await fillHistory(raw, EVENT_TYPES, {
      deliveries: DELIVERIES,
      attempts: DELIVERIES * 1.3,
      others: 2_000,
    });
    await foldTallies(raw);
    // Test servers commit without waiting for the disk, and pages of commits that are not on it are not marked visible.
    await raw`checkpoint`;
    for (const table of [...LARGE, "tallies", "tally_kinds", "latencies"])
      await raw`vacuum analyze ${raw(table)}`;
    await end();
  }, 180_000);

  test("every filter and pair of filters reads few pages of the delivery log and sorts few rows, also deep in it", async () => {
    const found = await offences(combinations<DeliveryFilters>(DELIVERY_FILTERS), deliveryPages, LIST_BOUNDS);
    expect(found).toEqual([]);
  });

  test("the same holds for the event log", async () => {
    expect(await offences(combinations<EventFilters>(EVENT_FILTERS), eventPages, LIST_BOUNDS)).toEqual([]);
  });

  test("charts over thirty days read hourly counts, not the log, and those over a day little of it", async () => {
    const range = { since: ago(30), until: new Date() };
    const { search: _search, range: _range, ...kinds } = DELIVERY_FILTERS;
    const run = (filters: DeliveryFilters) =>
      deliveryHistogram(session.database, WORKSPACE, { ...filters, ...range }, 12 * HOUR_MS);
    expect(await offences(combinations<DeliveryFilters>(kinds), run, CHART_BOUNDS)).toEqual([]);
    const ofDay = (filters: DeliveryFilters) =>
      deliveryHistogram(session.database, WORKSPACE, { ...filters, ...range, since: ago(1) }, HOUR_MS / 2);
    expect(await offences(combinations<DeliveryFilters>(kinds), ofDay, CHART_BOUNDS)).toEqual([]);
    const overview = () => readOverview(session.database, WORKSPACE, { ...range, bucketMs: 12 * HOUR_MS });
    expect(await offences([{ name: "overview", filters: {} }], overview, CHART_BOUNDS)).toEqual([]);
  });

  test("charts of a search read few events, however frequent its words are", async () => {
    const range = { since: ago(30), until: new Date() };
    const { status, channel, type } = DELIVERY_FILTERS;
    const kinds = { status, channel, type, search: WORDS };
    const run = (filters: DeliveryFilters) =>
      deliveryHistogram(session.database, WORKSPACE, { ...filters, ...range }, 12 * HOUR_MS);
    const searches = combinations<DeliveryFilters>(kinds).filter(
      ({ filters }) => filters.search !== undefined,
    );
    expect(await offences(searches, run, SEARCH_CHART_BOUNDS)).toEqual([]);
  });

  test("a search that looks no further than it may goes on from there, and finds what there is, each once", async () => {
    for (const { statuses, search } of [
      { statuses: ["failed" as const], search: "spring fair" },
      { statuses: undefined, search: "7f 3" },
    ]) {
      const filters = { status: statuses, search };
      const { ids, ended } = await everyPage((page) =>
        listDeliveries(session.database, WORKSPACE, filters, page),
      );
      const rows = await session.client<{ id: string }[]>`
        select d.id from deliveries d join events e on e.id = d.event_id
        where d.workspace_id = ${WORKSPACE} and d.status = any(${statuses ?? [...DELIVERY_STATUSES]}::text[])
          and (select bool_and(e.search_text like '%' || word || '%') from unnest(${search.split(" ")}::text[]) word)
        order by d.created_at desc, d.id desc`;
      expect(ids).toEqual(rows.map((row) => row.id));
      expect(ended).toBeGreaterThan(0);
    }
  });

  test("so does one of the event log", async () => {
    const { ids, ended } = await everyPage((page) =>
      listEventLog(session.database, WORKSPACE, { search: "spring fair", match: "unmatched" }, page),
    );
    const rows = await session.client<{ id: string }[]>`
      select id from events where workspace_id = ${WORKSPACE} and search_text like '%spring fair%'
        and intake_id in (select intake_id from plans where matches = 0) order by received_at desc, id desc`;
    expect(ids).toEqual(rows.map((row) => row.id));
    expect(ended).toBeGreaterThan(0);
  });

  test("a chart of a search is exact where it says so, and else about right", async () => {
    const range = { since: ago(30), until: new Date() };
    for (const { filters, about } of [
      { filters: { search: "harbour crane" }, about: true },
      { filters: { search: "harbour crane", status: "failed" as const }, about: true },
      { filters: { search: "harbour crane", since: ago(1) }, about: false },
      { filters: { search: "00f1" }, about: false },
    ]) {
      const chart = await deliveryHistogram(
        session.database,
        WORKSPACE,
        { ...range, ...filters },
        12 * HOUR_MS,
      );
      const shown = chart.buckets.flatMap(({ counts }) => Object.values(counts)).reduce((a, b) => a + b);
      const { ids } = await everyPage((page) =>
        listDeliveries(session.database, WORKSPACE, { ...range, ...filters }, page),
      );
      expect({ filters, about: chart.about }).toEqual({ filters, about });
      expect(Math.abs(shown / ids.length - 1)).toBeLessThanOrEqual(about ? 0.1 : 0);
    }
  });
});

/** A list read to its end, with how many of its pages ended before they were full. */
async function everyPage(
  read: (page: { limit: number; cursor?: string }) => Promise<Page<{ id: string }>>,
): Promise<{ ids: string[]; ended: number }> {
  const ids: string[] = [];
  let ended = 0;
  let cursor: string | undefined;
  do {
    const page = await read({ limit: 1_000, cursor });
    ids.push(...page.rows.map((row) => row.id));
    if (page.lookedTo) ended += 1;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return { ids, ended };
}

interface Bounds {
  maxPages: number;
  maxSorted: number;
  /** Only pages of these tables count; absent means all. */
  tables?: string[];
}

// Twenty thousand entries of an index are some 500 pages. A search looks up to 7,000 deliveries and their events one by one,
// at up to four pages each; reading the log whole would be more than 50,000.
const LIST_BOUNDS: Bounds = { maxPages: 24_000, maxSorted: 10_000 };
// Some events of each of some five hundred parts, looked up one by one at eight pages each, and each part's rows sorted by
// status; looking up all would be 1,600,000 pages.
const SEARCH_CHART_BOUNDS: Bounds = { maxPages: 120_000, maxSorted: 180_000 };
// Two parts of hours and what is not finished.
const CHART_BOUNDS: Bounds = { maxPages: 8_000, maxSorted: DELIVERIES / 2, tables: LARGE };

function channelId(number: number): string {
  return `${WORKSPACE}_chn_${number}_${md5(number)}`;
}
function projectId(number: number): string {
  return `${WORKSPACE}_prj_${number}_${md5(number)}`;
}
function md5(number: number): string {
  return createHash("md5").update(String(number)).digest("hex");
}

import "server-only";
import type { SearchParams } from "nuqs/server";
import type { DeliveryRow } from "@/components/deliveries/delivery-row";
import { rawSql } from "@/db/client";
import { listDeliveryLog, type LoggedDelivery } from "@/db/queries/delivery-list";
import { deliveryHistogram, type Histogram } from "@/db/queries/delivery-histogram";
import { logChoices } from "@/db/queries/log-choices";
import type { Page } from "@/db/queries/page";
import { catalogue, EVENT_TYPES } from "@/lib/events/catalogue";
import type { Context } from "@/lib/operations/context";
import { loadLogRequest, type LogRequest } from "../load-filters";
import type { FilterChoices } from "./filter-bar";

/** Everything that a page of the log shows. */
export interface Log extends LogRequest {
  readAt: Date;
  page: Page<DeliveryRow>;
  /** Without buckets where there is no chart. Counting takes longest: the rows are drawn meanwhile. */
  histogram: Promise<Histogram>;
  choices: FilterChoices;
}

const PAGE = 50;

// Beyond these a list to choose from is no help; a channel's own entry leads to its deliveries.
const MAX_CHOICES = 200;

/** Throws Invalid for a cursor of another list. */
export async function loadLog(ctx: Context, searchParams: Promise<SearchParams>): Promise<Log> {
  const readAt = new Date();
  const request = loadLogRequest(await searchParams, readAt);
  const histogram = loadChart(ctx, request);
  // When the list can't be read either, nobody asks for the chart.
  histogram.catch(() => {});
  const [page, choices] = await Promise.all([loadPage(ctx, request), loadChoices(ctx)]);
  return { ...request, readAt, page, histogram, choices };
}

async function loadPage(ctx: Context, { filters, params }: LogRequest): Promise<Page<DeliveryRow>> {
  const page = { limit: PAGE, cursor: params.cursor ?? undefined };
  const { rows, ...rest } = await listDeliveryLog(ctx.db, ctx.workspaceId, filters, page);
  return { ...rest, rows: rows.map(toRow) };
}

/** Only what is shown: all of it is sent to the browser a second time, for the script. */
const toRow = ({
  eventId: _event,
  projectId: _project,
  channelId: _channel,
  finishedAt: _end,
  ...row
}: LoggedDelivery): DeliveryRow => row;

async function loadChart(ctx: Context, { filters, window }: LogRequest): Promise<Histogram> {
  if (window.chart === null) return { buckets: [], about: false };
  const { bucketMs, ...range } = window.chart;
  return deliveryHistogram(ctx.db, ctx.workspaceId, { ...filters, ...range }, bucketMs);
}

async function loadChoices(ctx: Context): Promise<FilterChoices> {
  const named = await logChoices(rawSql(), ctx.workspaceId, MAX_CHOICES);
  return { ...named, eventTypes: TYPE_CHOICES };
}

const TYPE_CHOICES = EVENT_TYPES.map((type) => ({
  type,
  label: catalogue[type].label,
  group: catalogue[type].group,
}));

import "server-only";
import type { SearchParams } from "nuqs/server";
import type { DeliveryRow } from "@/components/deliveries/delivery-row";
import { listChannels } from "@/db/queries/channels";
import { listDeliveries } from "@/db/queries/deliveries";
import { deliveryHistogram, type Histogram } from "@/db/queries/delivery-histogram";
import { deliveryProgress } from "@/db/queries/delivery-progress";
import { listProjects } from "@/db/queries/projects";
import type { Page } from "@/db/queries/page";
import { catalogue, EVENT_TYPES } from "@/lib/events/catalogue";
import type { Context } from "@/lib/operations/context";
import { loadLogRequest, type LogRequest } from "../load-filters";
import type { FilterChoices } from "./filter-bar";

/** Everything that a page of the log shows. */
export interface Log extends LogRequest {
  readAt: Date;
  page: Page<DeliveryRow>;
  /** Without buckets where there is no chart. */
  histogram: Histogram;
  choices: FilterChoices;
  /** Of channels and projects, by their ids. */
  names: ReadonlyMap<string, string>;
}

const PAGE = 50;

// Beyond these a list to choose from is no help; a channel's own entry leads to its deliveries.
const MAX_CHOICES = 200;

/** Throws Invalid for a cursor of another list. */
export async function loadLog(ctx: Context, searchParams: Promise<SearchParams>): Promise<Log> {
  const readAt = new Date();
  const request = loadLogRequest(await searchParams, readAt);
  const [page, histogram, choices] = await Promise.all([
    loadPage(ctx, request),
    loadChart(ctx, request),
    loadChoices(ctx),
  ]);
  const named = [...choices.channels, ...choices.projects].map(({ id, name }) => [id, name] as const);
  return { ...request, readAt, page, histogram, choices, names: new Map(named) };
}

async function loadPage(ctx: Context, { filters, params }: LogRequest): Promise<Page<DeliveryRow>> {
  const page = { limit: PAGE, cursor: params.cursor ?? undefined };
  const { rows, ...rest } = await listDeliveries(ctx.db, ctx.workspaceId, filters, page);
  const progress = await deliveryProgress(
    ctx.db,
    ctx.workspaceId,
    rows.map(({ id }) => id),
  );
  const stages = new Map(progress.map(({ id, lastStage }) => [id, lastStage]));
  return { ...rest, rows: rows.map((row) => ({ ...row, lastStage: stages.get(row.id) ?? null })) };
}

async function loadChart(ctx: Context, { filters, window }: LogRequest): Promise<Histogram> {
  if (window.chart === null) return { buckets: [], about: false };
  const { bucketMs, ...range } = window.chart;
  return deliveryHistogram(ctx.db, ctx.workspaceId, { ...filters, ...range }, bucketMs);
}

async function loadChoices(ctx: Context): Promise<FilterChoices> {
  const most = { limit: MAX_CHOICES };
  const [channels, projects] = await Promise.all([
    listChannels(ctx.db, ctx.workspaceId, {}, most),
    listProjects(ctx.db, ctx.workspaceId, {}, most),
  ]);
  return {
    channels: channels.rows.map(({ id, name }) => ({ id, name })),
    projects: projects.rows.map(({ id, name }) => ({ id, name })),
    eventTypes: EVENT_TYPES.map((type) => ({
      type,
      label: catalogue[type].label,
      group: catalogue[type].group,
    })),
  };
}

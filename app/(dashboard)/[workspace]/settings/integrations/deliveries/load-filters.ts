import "server-only";
import type { SearchParams } from "nuqs/server";
import type { DeliveryFilters } from "@/db/queries/deliveries";
import { env } from "@/lib/env";
import { loadLogParams, toDeliveryFilters, type LogParams } from "./log-params";
import { logWindow, type LogWindow } from "./log-window";

/** An address of the log with what it stands for at a moment. */
export interface LogRequest {
  params: LogParams;
  window: LogWindow;
  filters: DeliveryFilters;
}

export function loadLogRequest(from: URLSearchParams | SearchParams, now: Date = new Date()): LogRequest {
  const params = loadLogParams(from);
  const window = logWindow(params, { now, keptDays: env().RETENTION_DAYS });
  return { params, window, filters: toDeliveryFilters(params, window) };
}

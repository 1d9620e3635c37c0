import { createLoader, createSerializer, parseAsString } from "nuqs/server";
import type { AuditFilters } from "@/db/queries/audit";
import { startOfDay } from "@/lib/workspaces/formats";

/** What the trail keeps in its address. `actor`: an id, or `system`; days are `2026-06-05`, both included. */
export const auditParsers = {
  actor: parseAsString,
  action: parseAsString,
  target: parseAsString,
  from: parseAsString,
  to: parseAsString,
  cursor: parseAsString,
};

export const loadAuditParams = createLoader(auditParsers);
export const serializeAuditParams = createSerializer(auditParsers);

export type AuditParams = Awaited<ReturnType<typeof loadAuditParams>>;

/** The actor of entries that the product wrote by itself. */
export const SYSTEM = "system";

/** The filters that an address stands for; days begin and end where the workspace is. What can't be read is left out. */
export function toAuditFilters(params: Omit<AuditParams, "cursor">, timeZone: string): AuditFilters {
  const { actor, action, target, from, to } = params;
  return {
    ...(actor === SYSTEM ? { system: true } : { actorId: actor ?? undefined }),
    action: action ?? undefined,
    target: target?.trim() || undefined,
    since: moment(from, timeZone),
    until: moment(to && dayAfter(to), timeZone),
  };
}

export const isNarrowed = ({ actor, action, target, from, to }: AuditParams): boolean =>
  [actor, action, target, from, to].some((value) => value !== null);

function moment(day: string | null, timeZone: string): Date | undefined {
  const at = day === null ? NaN : startOfDay(day, timeZone);
  return Number.isNaN(at) ? undefined : new Date(at);
}

function dayAfter(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : new Date(at + DAY_MS).toISOString().slice(0, 10);
}

const DAY_MS = 24 * 60 * 60 * 1000;

import type { z } from "zod";
import type { ChannelView } from "@/db/queries/channels";
import type { AttemptView, DeliveryDetail, DeliveryView } from "@/db/queries/deliveries";
import type { EventView } from "@/db/queries/events";
import type { Page } from "@/db/queries/page";
import type { ProjectView } from "@/db/queries/projects";
import type { channel } from "./schemas/channels";
import type { attempt, delivery, deliveryDetail } from "./schemas/deliveries";
import type { event } from "./schemas/events";
import type { project } from "./schemas/projects";

/** Rows as answers: the fields of the contract, no others, with moments as ISO 8601. */

export const presentPage = <Row, Answer>(
  page: Page<Row>,
  present: (row: Row) => Answer,
): { data: Answer[]; nextCursor: string | null } => ({
  data: page.rows.map(present),
  nextCursor: page.nextCursor,
});

export const presentChannel = (view: ChannelView): z.input<typeof channel> => ({
  id: view.id,
  kind: view.kind,
  provider: view.provider,
  name: view.name,
  description: view.description,
  url: view.url,
  eventTypes: view.eventTypes,
  projectIds: view.projectIds,
  headerNames: view.headerNames,
  options: view.options,
  enabled: view.enabled,
  health: { ...view.health, lastDeliveryAt: moment(view.health.lastDeliveryAt) },
  createdAt: view.createdAt.toISOString(),
});

export const presentDelivery = (view: DeliveryView): z.input<typeof delivery> => ({
  id: view.id,
  eventId: view.eventId,
  eventType: view.eventType,
  channelId: view.channelId,
  channelName: view.channelName,
  provider: view.provider,
  status: view.status,
  attemptCount: view.attemptCount,
  maxAttempts: view.maxAttempts,
  nextAttemptAt: moment(view.nextAttemptAt),
  createdAt: view.createdAt.toISOString(),
  finishedAt: moment(view.finishedAt),
  test: view.test,
});

export const presentDeliveryDetail = (view: DeliveryDetail): z.input<typeof deliveryDetail> => ({
  ...presentDelivery(view),
  attempts: view.attempts.map((row) => presentAttempt(row, view.body)),
});

/** An attempt as stored, or as just made. */
type ShownAttempt = Omit<AttemptView, "deliveryId" | "timings" | "warnings">;

/** `body` is the delivery's: it is the same in every attempt. */
export const presentAttempt = (view: ShownAttempt, body: string | null): z.input<typeof attempt> => ({
  number: view.number,
  trigger: view.trigger,
  outcome: view.outcome,
  stage: view.stage,
  errorCode: view.errorCode,
  errorDetail: view.errorDetail,
  statusCode: view.statusCode,
  durationMs: view.durationMs,
  startedAt: view.startedAt.toISOString(),
  request: { url: view.requestUrl, headers: view.requestHeaders ?? {}, body },
  response:
    view.stage === "response" ? { headers: view.responseHeaders ?? {}, body: view.responseBody } : null,
});

export const presentEvent = (view: EventView): z.input<typeof event> => ({
  id: view.id,
  type: view.type,
  data: JSON.parse(view.data),
  projectId: view.projectId,
  actorId: view.actorId,
  idempotencyKey: view.idempotencyKey,
  test: view.test,
  createdAt: view.createdAt.toISOString(),
  receivedAt: view.receivedAt.toISOString(),
  routing: (view.routing ?? []).map(({ channelId, channelName, reason }) => ({
    channelId,
    channelName,
    matched: reason === null,
    reason,
  })),
  deliveries: view.deliveries.map(presentDelivery),
});

export const presentProject = ({ id, name, archived }: ProjectView): z.input<typeof project> => ({
  id,
  name,
  archived,
});

const moment = (date: Date | null): string | null => date?.toISOString() ?? null;

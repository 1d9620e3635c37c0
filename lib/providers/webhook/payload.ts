import { z } from "zod";
import type { Event } from "@/lib/events/envelope";

/** What a webhook receives. `teamId` is the workspace. */
export const webhookPayloadSchema = z.strictObject({
  id: z.string().min(1),
  type: z.string().min(1),
  createdAt: z.iso.datetime({ precision: 3 }),
  teamId: z.string().min(1),
  projectId: z.string().min(1).optional(),
  actorId: z.string().min(1).optional(),
  data: z.record(z.string(), z.unknown()),
});

export type WebhookPayload = z.infer<typeof webhookPayloadSchema>;

/** The event whole, its keys in the documented order; `projectId` and `actorId` only when there is one. */
export const toPayload = (event: Event): WebhookPayload => ({
  id: event.id,
  type: event.type,
  createdAt: event.createdAt,
  teamId: event.workspaceId,
  ...(event.projectId !== null && { projectId: event.projectId }),
  ...(event.actorId !== null && { actorId: event.actorId }),
  data: event.data,
});

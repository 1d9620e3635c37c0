"use server";

import { z } from "zod";
import { paths } from "@/components/layout/paths";
import { getEvent } from "@/db/queries/events";
import { managerAction } from "@/lib/auth/action";
import { EVENT_TYPES, isEventType, type EventData } from "@/lib/events/catalogue";
import type { Event } from "@/lib/events/envelope";
import { sendTest } from "@/lib/operations/send-test";
import { toTestReport } from "../_channels/test-report";
import { readData } from "./read-data";

const id = z.string().max(100);

/** A real event with its data; null when it is unknown or of a type that is no longer there. */
export const loadEvent = managerAction(z.object({ id }), async ({ ctx }, input): Promise<Event | null> => {
  const found = await getEvent(ctx.db, ctx.workspaceId, input.id);
  if (found === null || !isEventType(found.type)) return null;
  return {
    id: found.id,
    type: found.type,
    workspaceId: ctx.workspaceId,
    projectId: found.projectId,
    actorId: found.actorId,
    createdAt: found.createdAt.toISOString(),
    data: JSON.parse(found.data) as EventData,
    test: found.test,
  };
});

/** Sends what the simulator shows to one channel, as a test. `data` is JSON text and judged like the API's. */
export const sendToChannel = managerAction(
  z.object({ channelId: id, eventType: z.enum(EVENT_TYPES), data: z.string() }),
  async ({ ctx, workspace }, { channelId, eventType, data }) => {
    const sent = await sendTest(ctx, { channelId, eventType, data: readData(data) });
    return { report: toTestReport(sent), href: paths.delivery(workspace.slug, sent.deliveryId) };
  },
);

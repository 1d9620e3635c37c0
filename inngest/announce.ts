import { randomUUID } from "node:crypto";
import type { Intake } from "@/db/queries/pipeline-intakes";
import { log } from "@/lib/log";
import { createAnnouncer, type Announcement, type Announcer } from "./announcer";
import { inngest } from "./client";
import { deliveryDue, eventsReceived, redeliveryRequested } from "./events";

// One per process: Next bundles routes separately, and each bundle would gather for itself.
const shared = globalThis as typeof globalThis & { carillonAnnouncer?: Announcer };
shared.carillonAnnouncer ??= createAnnouncer({ send: sendAnnouncements });
const announcer = shared.carillonAnnouncer;

/**
 * Tells the engine about stored events. Call it after the answer, without waiting: resolves when they were sent, or given
 * up to the sweep; never rejects.
 */
export const announce = (workspaceId: string, intakes: readonly Intake[]): Promise<void> =>
  announcer.announce(workspaceId, intakes);

/** Tells the engine that deliveries want a run of their own. Never rejects: what fails here is found by the sweep. */
export const announceDeliveries = (
  workspaceId: string,
  deliveries: readonly { id: string; channelId: string }[],
): Promise<void> =>
  sendOrLeave(
    deliveries.map(({ id: deliveryId, channelId }) =>
      deliveryDue.create({ workspaceId, channelId, deliveryId }, { id: `due-${deliveryId}-${randomUUID()}` }),
    ),
  );

/** Tells the engine that a redelivery was started. Never rejects: what fails here is found by the sweep. */
export const announceRedelivery = (workspaceId: string, redeliveryId: string): Promise<void> =>
  sendOrLeave([
    redeliveryRequested.create(
      { workspaceId, redeliveryId },
      { id: `redelivery-${redeliveryId}-${randomUUID()}` },
    ),
  ]);

async function sendAnnouncements(announcements: Announcement[]): Promise<void> {
  await inngest.send(
    announcements.map(({ id, workspaceId, intakeIds }) =>
      eventsReceived.create({ workspaceId, intakeIds }, { id }),
    ),
  );
}

async function sendOrLeave(events: Parameters<typeof inngest.send>[0] & unknown[]): Promise<void> {
  if (events.length === 0) return;
  try {
    await inngest.send(events);
  } catch (error) {
    log().warn({ err: error, events: events.length }, "the engine could not be told; the sweep will");
  }
}

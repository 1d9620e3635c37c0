import { announce } from "@/inngest/announce";
import { trustSocketsOnly } from "@/lib/auth/socket-address";
import { POST as sendEvents } from "@/app/api/v1/events/route";
import { answerEarly } from "@/lib/api/answer-early";
import { engineMode, env } from "@/lib/env";
import { log } from "@/lib/log";
import { persistently } from "@/lib/operations/persistently";
import { unannouncedIntakes } from "@/lib/operations/sweep-stalled";

export { refuseEarly } from "@/lib/api/refuse-early";

/** Younger events may be on their way: another web process has just stored them. */
const OLDER_THAN_MS = 1_000;
/** What ended the process before may have ended the database, too, which then needs seconds to come back. */
const CATCH_UP_WITHIN_MS = 60_000;

/**
 * Announces what a web process stored and could not announce before it ended. In the background: a start must not wait for
 * the database or the engine.
 */
export function catchUp(): void {
  void persistently(announceLeftOver, CATCH_UP_WITHIN_MS).catch((error: unknown) => {
    log().warn({ err: error }, "events left over could not be looked up; the sweep will");
  });
}

/** Events are taken before Next: they are what comes by the thousand. */
export function takeEventsEarly(): void {
  // With an Inngest server the announcement is bound to a request of Next's, which keeps the process from being frozen.
  if (engineMode() === "embedded") answerEarly("POST", "/api/v1/events", sendEvents);
}

/** Callers can't choose the address that they are known by, unless a proxy vouches for it. */
export function guardAddresses(): void {
  if (!env().TRUST_PROXY) trustSocketsOnly();
}

async function announceLeftOver(): Promise<void> {
  const intakes = await unannouncedIntakes({ olderThanMs: OLDER_THAN_MS });
  await Promise.all(intakes.map((intake) => announce(intake.workspaceId, [intake])));
}

import { randomUUID } from "node:crypto";
import type { Intake } from "@/db/queries/pipeline-intakes";
import { log } from "@/lib/log";
import {
  groupIntakes,
  MAX_GROUPED_INTAKES,
  type IntakeGroup,
  type OwnedIntake,
} from "@/lib/operations/group-intakes";

/** Ids of one workspace's intakes that travel in one engine event. The id stays the same over all tries. */
export interface Announcement extends IntakeGroup {
  id: string;
}

export interface Announcer {
  /** Hands intakes over. Resolves when they were sent, or given up; never rejects. */
  announce(workspaceId: string, intakes: readonly Intake[]): Promise<void>;
}

export interface AnnouncerOptions {
  /** Hands announcements to the engine. A repeat with the same ids must change nothing. */
  send(announcements: Announcement[]): Promise<void>;
  /** Intakes that may wait; whatever comes beyond is left to the sweep. Each costs some 150 bytes. */
  maxWaiting?: number;
  pause?: (ms: number) => Promise<void>;
}

/** Announcements of one call of the engine: with 100 ids each, 400 kB, below its limits for size and number. */
const MAX_PER_SEND = 100;
/** Intakes of one turn, as many as that many announcements can carry. */
const MAX_PER_TURN = MAX_PER_SEND * MAX_GROUPED_INTAKES;
/** Under load a send begins no sooner than this after the one before, so that intakes gather. Alone, it begins at once. */
const GATHER_MS = 15;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

interface Waiting {
  intake: OwnedIntake;
  resolve(): void;
}

/**
 * Announces events to the engine in the background: at once when nothing is under way, together with others while a
 * send is. While the engine is away it tries again, with growing pauses.
 */
export function createAnnouncer(options: AnnouncerOptions): Announcer {
  const { send, maxWaiting = 100_000, pause = sleep } = options;
  const waiting: Waiting[] = [];
  let busy = false;

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const started = performance.now();
      const batch = waiting.splice(0, MAX_PER_TURN);
      await sendPersistently(announcementsOf(batch));
      for (const { resolve } of batch) resolve();
      await pause(Math.max(0, GATHER_MS - (performance.now() - started)));
    }
    busy = false;
  }

  async function sendPersistently(announcements: Announcement[]): Promise<void> {
    for (let start = 0; start < announcements.length; start += MAX_PER_SEND) {
      const part = announcements.slice(start, start + MAX_PER_SEND);
      for (let wait = FIRST_PAUSE_MS; !(await sent(part)); wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
        await pause(wait);
      }
    }
  }

  async function sent(announcements: Announcement[]): Promise<boolean> {
    try {
      await send(announcements);
      return true;
    } catch (error) {
      log().warn({ err: error, announcements: announcements.length }, "events could not be announced yet");
      return false;
    }
  }

  return {
    announce: (workspaceId, intakes) => {
      const room = maxWaiting - waiting.length;
      if (intakes.length > room)
        log().warn({ left: intakes.length - room }, "announcements are left to the sweep");
      const taken = intakes
        .slice(0, Math.max(0, room))
        .map(
          (intake) =>
            new Promise<void>((resolve) => waiting.push({ intake: { ...intake, workspaceId }, resolve })),
        );
      if (!busy && waiting.length > 0) {
        busy = true;
        void drain();
      }
      return Promise.all(taken).then(() => undefined);
    },
  };
}

const announcementsOf = (batch: readonly Waiting[]): Announcement[] =>
  groupIntakes(batch.map(({ intake }) => intake)).map((group) => ({
    id: `announced-${randomUUID()}`,
    ...group,
  }));

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

import { randomUUID } from "node:crypto";
import { log } from "@/lib/log";
import { MAX_ANNOUNCED_EVENTS } from "./events";

/** Ids of one workspace's events that travel in one engine event. The id stays the same over all tries. */
export interface Announcement {
  id: string;
  workspaceId: string;
  eventIds: string[];
}

export interface Announcer {
  /** Hands ids over. Resolves when they were sent, or given up; never rejects. */
  announce(workspaceId: string, eventIds: readonly string[]): Promise<void>;
}

export interface AnnouncerOptions {
  /** Hands announcements to the engine. A repeat with the same ids must change nothing. */
  send(announcements: Announcement[]): Promise<void>;
  /** Ids that may wait; whatever comes beyond is left to the sweep. Each costs some 150 bytes. */
  maxWaiting?: number;
  pause?: (ms: number) => Promise<void>;
}

/** Announcements of one call of the engine: with 100 ids each, 400 kB, below its limits for size and number. */
const MAX_PER_SEND = 100;
/** Under load a send begins no sooner than this after the one before, so that ids gather. Alone, it begins at once. */
const GATHER_MS = 15;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

interface Waiting {
  workspaceId: string;
  eventId: string;
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
      const batch = waiting.splice(0, MAX_PER_SEND * MAX_ANNOUNCED_EVENTS);
      await sendPersistently(toAnnouncements(batch));
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
    announce: (workspaceId, eventIds) => {
      const room = maxWaiting - waiting.length;
      if (eventIds.length > room)
        log().warn({ left: eventIds.length - room }, "announcements are left to the sweep");
      const taken = eventIds
        .slice(0, Math.max(0, room))
        .map((eventId) => new Promise<void>((resolve) => waiting.push({ workspaceId, eventId, resolve })));
      if (!busy && waiting.length > 0) {
        busy = true;
        void drain();
      }
      return Promise.all(taken).then(() => undefined);
    },
  };
}

function toAnnouncements(batch: readonly Waiting[]): Announcement[] {
  const open = new Map<string, Announcement>();
  const all: Announcement[] = [];
  for (const { workspaceId, eventId } of batch) {
    let announcement = open.get(workspaceId);
    if (!announcement || announcement.eventIds.length >= MAX_ANNOUNCED_EVENTS) {
      announcement = { id: `announced-${randomUUID()}`, workspaceId, eventIds: [] };
      open.set(workspaceId, announcement);
      all.push(announcement);
    }
    announcement.eventIds.push(eventId);
  }
  return all;
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

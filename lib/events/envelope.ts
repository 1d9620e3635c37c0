import type { EventType } from "./catalogue";

/** An event as the pure code sees it. `data` has passed the type's schema; unknown extra fields are kept. */
export interface Event {
  id: string;
  type: EventType;
  workspaceId: string;
  projectId: string | null;
  actorId: string | null;
  /** ISO 8601, UTC, milliseconds. */
  createdAt: string;
  data: Record<string, unknown>;
  test: boolean;
}

import type { Intake } from "@/db/queries/pipeline-intakes";

/** Events that one step plans: enough to amortise a call of the SDK, few enough that the step takes about a second. */
const MAX_EVENTS = 500;
/** Their data, which the step holds in memory, once as text and once drawn for each kind of channel. */
const MAX_BYTES = 4 * 1024 * 1024;
/** Ids that travel inside one engine event: 4 kB, which every limit of an Inngest server has room for. */
export const MAX_GROUPED_INTAKES = 100;

/** An intake and whose it is. */
export interface OwnedIntake extends Intake {
  workspaceId: string;
  /** It may hold what makes a step fail, and travels by itself. */
  suspect?: boolean;
}

/** Intakes of one workspace that are announced together. */
export interface IntakeGroup {
  workspaceId: string;
  intakeIds: string[];
}

/** Puts intakes together as far as one step may plan them. */
export function groupIntakes(intakes: readonly OwnedIntake[]): IntakeGroup[] {
  const groups: IntakeGroup[] = [];
  const open = new Map<string, { group: IntakeGroup; events: number; bytes: number }>();
  for (const { id, workspaceId, events, bytes, suspect = false } of intakes) {
    const last = suspect ? undefined : open.get(workspaceId);
    const fits =
      last !== undefined &&
      last.group.intakeIds.length < MAX_GROUPED_INTAKES &&
      last.events + events <= MAX_EVENTS &&
      last.bytes + bytes <= MAX_BYTES;
    if (fits) {
      last.group.intakeIds.push(id);
      last.events += events;
      last.bytes += bytes;
      continue;
    }
    const group = { workspaceId, intakeIds: [id] };
    groups.push(group);
    if (!suspect) open.set(workspaceId, { group, events, bytes });
  }
  return groups;
}

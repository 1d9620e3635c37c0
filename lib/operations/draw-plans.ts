import type { EventKind, UnplannedEvent } from "@/db/queries/pipeline-intakes";
import type { PlannedIntake } from "@/db/queries/pipeline-plan";
import type { Decision } from "@/lib/delivery/routing";
import { log } from "@/lib/log";
import type { Context } from "./context";
import { planDeliveries } from "./plan-deliveries";
import type { OpenedChannel } from "./store-plans";

/** Events of one kind, and which channels get them. */
export interface RoutedKind {
  kind: EventKind;
  decisions: Decision[];
  channels: OpenedChannel[];
}

/** An intake with its plan, less the events that can't be planned. */
export interface DrawnIntake {
  intake: PlannedIntake;
  /** How many events it has, wanted or not. */
  events: number;
  broken: { eventId: string; error: unknown }[];
}

/** Puts the plans of intakes together: how their kinds were routed, and what each wanted event makes the channels get. */
export function drawPlans(
  ctx: Context,
  kinds: readonly RoutedKind[],
  wanted: readonly UnplannedEvent[],
): DrawnIntake[] {
  const intakes = new Map<string, DrawnIntake>();
  const channelsOf = new Map<string, OpenedChannel[]>();
  for (const { kind, decisions, channels } of kinds) {
    channelsOf.set(keyOf(kind), channels);
    const drawn = intakes.get(kind.intakeId) ?? nothingYet(kind.intakeId);
    intakes.set(kind.intakeId, drawn);
    drawn.events += kind.events;
    drawn.intake.decisions.push({ type: kind.type, projectId: kind.projectId, routing: decisions });
  }
  for (const event of wanted) {
    const drawn = intakes.get(event.intakeId);
    const channels = channelsOf.get(keyOf(event)) ?? [];
    if (drawn && channels.length > 0) draw(ctx, event, channels, drawn);
  }
  return [...intakes.values()];
}

const nothingYet = (id: string): DrawnIntake => ({
  intake: { id, decisions: [], events: [] },
  events: 0,
  broken: [],
});

const keyOf = ({ intakeId, type, projectId }: Pick<EventKind, "intakeId" | "type" | "projectId">): string =>
  `${intakeId} ${type} ${projectId ?? ""}`;

function draw(ctx: Context, event: UnplannedEvent, channels: OpenedChannel[], drawn: DrawnIntake): void {
  try {
    drawn.intake.events.push(planDeliveries(event, ctx.workspaceId, channels));
  } catch (error) {
    log().error({ err: error, eventId: event.id, eventType: event.type }, "an event could not be planned");
    drawn.broken.push({ eventId: event.id, error });
  }
}

import type { EventKind, UnplannedEvent } from "@/db/queries/pipeline-intakes";
import type { PlannedIntake } from "@/db/queries/pipeline-plan";
import { log } from "@/lib/log";
import type { Context } from "./context";
import { planDeliveries } from "./plan-deliveries";
import type { RoutedKind } from "./route-event";
import { deliveriesOf, type OpenedChannel } from "./store-plans";

/** An intake with its plan, as far as its events can be planned. */
export interface DrawnIntake {
  intake: PlannedIntake;
  /** How many events it has, wanted or not. */
  events: number;
  /** Why others can't be planned. */
  errors: unknown[];
}

/** Deliveries of one intake, which are stored by one statement: 100 events for 100 channels, some 0.2 s. */
const MAX_DELIVERIES = 10_000;

/**
 * Whether an intake can't be planned as a whole: one of its events can't, or they make too many deliveries. A single event
 * has nothing to be parted from.
 */
export const mustBeDivided = ({ intake, events, errors }: DrawnIntake): boolean =>
  events > 1 && (errors.length > 0 || deliveriesOf(intake) > MAX_DELIVERIES);

/** Puts the plans of intakes together: how their kinds were routed, and what each wanted event makes the channels get. */
export function drawPlans(
  ctx: Context,
  kinds: readonly RoutedKind<{ id: string }>[],
  wanted: readonly UnplannedEvent[],
  opened: ReadonlyMap<string, OpenedChannel>,
): DrawnIntake[] {
  const intakes = new Map<string, DrawnIntake>();
  const channelsOf = new Map<string, OpenedChannel[]>();
  for (const { kind, decisions, matched, errors } of kinds) {
    channelsOf.set(
      keyOf(kind),
      matched.flatMap(({ id }) => opened.get(id) ?? []),
    );
    const drawn = intakes.get(kind.intakeId) ?? nothingYet(kind.intakeId);
    intakes.set(kind.intakeId, drawn);
    drawn.events += kind.events;
    drawn.errors.push(...errors);
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
  errors: [],
});

const keyOf = ({ intakeId, type, projectId }: Pick<EventKind, "intakeId" | "type" | "projectId">): string =>
  `${intakeId} ${type} ${projectId ?? ""}`;

function draw(ctx: Context, event: UnplannedEvent, channels: OpenedChannel[], drawn: DrawnIntake): void {
  try {
    drawn.intake.events.push(planDeliveries(event, ctx.workspaceId, channels));
  } catch (error) {
    log().error({ err: error, eventId: event.id, eventType: event.type }, "an event could not be planned");
    drawn.errors.push(error);
  }
}

import { rawSql } from "@/db/client";
import { divideIntakes } from "@/db/queries/pipeline-intakes";
import type { PlannedEvent, PlannedIntake } from "@/db/queries/pipeline-plan";
import type { Context } from "./context";
import type { DrawnIntake } from "./draw-plans";
import { deliveriesOf, MAX_DELIVERIES_PER_PLAN, type Refused, type StoredPlan } from "./store-plans";

/** Plans that can be stored, the events that have none, and what else has to be announced again. */
export interface SeparatedPlans {
  plans: PlannedIntake[];
  broken: Refused[];
  /** Intakes that nobody wants, by the group that they were in. */
  left: string[][];
}

/**
 * An intake is planned as a whole. Where one of its events can't be planned, or where they make too many deliveries for
 * one statement, each event becomes an intake of its own first.
 */
export async function separatePlans(ctx: Context, drawn: readonly DrawnIntake[]): Promise<SeparatedPlans> {
  const divided = drawn.filter((each) => each.events > 1 && !isWhole(each));
  const plans = drawn.filter(isWhole).map(({ intake }) => intake);
  const broken = drawn
    .filter(({ events }) => events === 1)
    .flatMap(({ intake, broken }) => broken.map(({ error }) => ({ intakeId: intake.id, error })));
  const left: string[][] = [];
  for (const each of divided) {
    const ids = new Set(await divideIntakes(rawSql(), ctx.workspaceId, [each.intake.id]));
    for (const event of each.intake.events) if (ids.delete(event.id)) plans.push(alone(each, event));
    for (const { eventId, error } of each.broken)
      if (ids.delete(eventId)) broken.push({ intakeId: eventId, error });
    if (ids.size > 0) left.push([...ids]);
  }
  return { plans, broken, left };
}

const isWhole = ({ intake, broken, events }: DrawnIntake): boolean =>
  broken.length === 0 && (events === 1 || deliveriesOf(intake) <= MAX_DELIVERIES_PER_PLAN);

/** An event as the intake that it is now. */
const alone = ({ intake }: DrawnIntake, event: PlannedEvent): PlannedIntake => ({
  id: event.id,
  decisions: intake.decisions.filter(
    ({ type, projectId }) => type === event.type && projectId === event.projectId,
  ),
  events: [event],
});

/** Divides intakes whose plans the database refused: one of their events may be at fault. */
export async function divideRefused(ctx: Context, stored: readonly StoredPlan[]): Promise<Refused[]> {
  const refused = stored.flatMap((group) => (group.kind === "refused" ? group.refused : []));
  const divided = await Promise.all(
    refused.map(async ({ intakeId, error }) => {
      const ids = await divideIntakes(rawSql(), ctx.workspaceId, [intakeId]);
      return (ids.length > 0 ? ids : [intakeId]).map((id) => ({ intakeId: id, error }));
    }),
  );
  return divided.flat();
}

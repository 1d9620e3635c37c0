import { rawSql } from "@/db/client";
import type { RoutableChannel } from "@/db/queries/pipeline-channels";
import { divideIntakes, unplannedEvents, type EventKind } from "@/db/queries/pipeline-intakes";
import type { Context } from "./context";
import { drawPlans, mustBeDivided, type DrawnIntake } from "./draw-plans";
import { routeKind } from "./route-event";
import { planningChannels, storePlans, type Refused, type StoredPlan } from "./store-plans";

/** What became of intakes that were to be planned. */
export interface Planned {
  stored: StoredPlan[];
  refused: Refused[];
  /** Where some had to be divided: what is to be planned now, in calls of its own. */
  divided: string[];
}

/** Routes intakes, draws what their channels will be sent, and stores it. First attempts are under way then. */
export async function planIntakes(
  ctx: Context,
  kinds: readonly EventKind[],
  channels: readonly RoutableChannel[],
): Promise<Planned> {
  const routed = kinds.map((kind) => routeKind(kind, channels));
  const opened = planningChannels(new Set(routed.flatMap(({ matched }) => matched)));
  const wanted = routed.flatMap(({ kind, matched }) => (matched.length > 0 ? [kind.intakeId] : []));
  const events =
    wanted.length === 0 ? [] : await unplannedEvents(rawSql(), ctx.workspaceId, [...new Set(wanted)]);
  const drawn = drawPlans(ctx, routed, events, opened);
  // Nothing else is done then: had it to be repeated, the old ids would find nothing, and the new ones wait for the sweep.
  if (drawn.some(mustBeDivided)) return { stored: [], refused: [], divided: await divide(ctx, drawn) };
  const whole = drawn.filter(({ errors }) => errors.length === 0).map(({ intake }) => intake);
  const stored = await storePlans(ctx, whole, opened);
  const broken = drawn.flatMap(({ intake, errors }) =>
    errors.map((error) => ({ intakeId: intake.id, error })),
  );
  return {
    stored,
    refused: [...broken, ...stored.flatMap((group) => (group.kind === "refused" ? group.refused : []))],
    divided: [],
  };
}

/** Makes intakes of single events of those that can't be planned as a whole. Answers them, and the others. */
async function divide(ctx: Context, drawn: readonly DrawnIntake[]): Promise<string[]> {
  const idsOf = (intakes: readonly DrawnIntake[]) => intakes.map(({ intake }) => intake.id);
  const parts = await divideIntakes(rawSql(), ctx.workspaceId, idsOf(drawn.filter(mustBeDivided)));
  return [...parts, ...idsOf(drawn.filter((each) => !mustBeDivided(each)))];
}

/** What a replay would do for a channel, as the dialog shows it. */
export interface ReplayChoice {
  channelId: string;
  channelName: string;
  effect: { kind: "attempt" } | { kind: "delivery" } | { kind: "nothing"; because: ReplayObstacle };
}

type ReplayObstacle =
  | "unfinished"
  | "channel_disabled"
  | "channel_deleted"
  | "event_type_not_selected"
  | "project_not_selected"
  | "test_of_another";

export const isSendable = ({ effect }: ReplayChoice): boolean => effect.kind !== "nothing";

/** What happens for a channel, or why nothing does, in words. */
export function effectText({ effect }: ReplayChoice): string {
  if (effect.kind === "attempt") return "One more attempt of its delivery, same ids";
  if (effect.kind === "delivery") return "A new delivery: it matches now";
  return OBSTACLES[effect.because];
}

const OBSTACLES = {
  unfinished: "Its delivery is still under way and retried by itself",
  channel_disabled: "The channel is off: switch it on first",
  channel_deleted: "The channel was deleted",
  event_type_not_selected: "It does not take this event type",
  project_not_selected: "It is limited to other projects",
  test_of_another: "This was a test of another channel",
} as const satisfies Record<ReplayObstacle, string>;

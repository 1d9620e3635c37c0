import { drawFitting } from "../degrade";
import type { Provider } from "../provider";
import { toFieldErrors } from "../field-errors";
import { type TeamsPayload, teamsPayloadSchema } from "./card-schema";
import { drawTeams } from "./card";
import { checkTeamsUrl } from "./check-url";
import { judgeTeams } from "./judge";
import { TEAMS_LIMITS } from "./limits";

const encoder = new TextEncoder();
const byteLength = (body: string): number => encoder.encode(body).length;

/** Microsoft Teams: an Adaptive Card 1.4, posted by a workflow. */
export const teams: Provider<TeamsPayload> = {
  id: "teams",
  label: "Microsoft Teams",
  maxBytes: TEAMS_LIMITS.bytes,
  // Without the charset, Teams garbles emoji.
  contentType: "application/json; charset=utf-8",
  signed: false,
  // Connectors took 4 requests a second; workflows allow more a minute but write into one conversation.
  pace: { perSecond: 1, burst: 4 },
  render(_event, tell) {
    const drawn = drawFitting(
      tell(),
      drawTeams,
      (card) => byteLength(JSON.stringify(card)) <= TEAMS_LIMITS.bytes,
    );
    return { ...drawn, body: JSON.stringify(drawn.payload) };
  },
  validate: (payload) => toFieldErrors(teamsPayloadSchema.safeParse(payload)),
  checkUrl: checkTeamsUrl,
  judge: judgeTeams,
};

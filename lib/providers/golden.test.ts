import { describe, expect, it } from "vitest";
import { EVENT_TYPES } from "@/lib/events/catalogue";
import { describe as tell } from "@/lib/messages/describe";
import { CONTEXT, eventOf } from "@/lib/messages/testing";
import { PROVIDER_IDS } from "./provider";
import { providers } from "./registry";

/** What people see is reviewed as a diff: `vitest -u` writes the files anew. */
describe.each(PROVIDER_IDS)("%s", (id) => {
  it.each(EVENT_TYPES)("draws the typical %s as reviewed", async (type) => {
    const context = { ...CONTEXT, linkStyle: "buttons" as const };
    const event = eventOf(type, "typical", { projectId: "prj_onboarding", actorId: "usr_grace" });
    const { payload } = providers[id].render(event, () => tell(event, context), context);
    await expect(`${JSON.stringify(payload, null, 2)}\n`).toMatchFileSnapshot(
      `./${id}/__golden__/${type}.json`,
    );
  });
});

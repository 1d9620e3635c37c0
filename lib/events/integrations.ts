import { z } from "zod";
import { defineGroup } from "./definition";
import { eventData, id, maybe, moment, text } from "./fields";
import { HOSTILE, LONGEST } from "./sample-text";

const channel = z
  .looseObject({
    id: id("channel"),
    name: text("Name of the channel."),
    provider: text("Provider of the channel: teams, slack or webhook."),
  })
  .describe("The channel that was switched off.");

export const integrations = defineGroup("Integrations", {
  "channel.disabled": {
    label: "Channel disabled",
    description: "A channel is switched off because its receiver keeps failing or says that it is gone.",
    optIn: true,
    schema: eventData({
      channel,
      reason: z
        .enum(["failures", "gone"])
        .describe("failures: too many deliveries in a row failed; gone: the receiver answered 410."),
      consecutiveFailures: maybe(z.number().int().min(0).describe("How many deliveries in a row failed.")),
      since: maybe(moment("When the first of them failed.")),
      lastError: maybe(text("What went wrong last, without addresses or secrets.")),
    }),
    samples: {
      typical: {
        channel: { id: "chn_ops", name: "Ops alerts", provider: "webhook" },
        reason: "failures",
        consecutiveFailures: 20,
        since: "2026-06-04T13:12:09Z",
        lastError: "The receiver answered 503.",
        url: "https://carillon.acme.example/acme/settings/integrations/chat",
      },
      longest: {
        channel: { id: LONGEST.id, name: LONGEST.title, provider: "webhook" },
        reason: "failures",
        consecutiveFailures: 1_000_000,
        since: "2026-01-01T00:00:00.000Z",
        lastError: LONGEST.text,
        url: LONGEST.url,
      },
      hostile: {
        channel: { id: "chn_1", name: HOSTILE.name, provider: HOSTILE.short },
        reason: "gone",
        lastError: HOSTILE.text,
        url: HOSTILE.url,
      },
    },
  },
});

import type { Describers } from "./content";
import { bold, fact, quoted, whenFact, words } from "./parts";

const PROVIDER_NAMES: ReadonlyMap<string, string> = new Map([
  ["teams", "Microsoft Teams"],
  ["slack", "Slack"],
  ["webhook", "Webhook"],
]);

export const integrations = {
  "channel.disabled": (data, format) => {
    const failures = data.consecutiveFailures;
    const failed = failures
      ? `${format.number(failures)} deliveries in a row failed`
      : "Deliveries kept failing";
    return {
      icon: "🔕",
      tone: "danger",
      subtitle: [bold(data.channel.name), words(" was switched off")],
      facts: [
        fact("reason", "Reason", data.reason === "gone" ? "The receiver says that it is gone (410)" : failed),
        whenFact("since", "Failing since", data.since, format),
        fact("provider", "Provider", PROVIDER_NAMES.get(data.channel.provider) ?? data.channel.provider),
      ],
      quote: quoted(data.lastError),
      body: ["Once the receiver is well again, enable the channel and replay what it missed."],
      action: { label: "Open integrations", url: data.url },
    };
  },
} satisfies Partial<Describers>;

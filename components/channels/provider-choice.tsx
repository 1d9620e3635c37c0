import { PROVIDER_NAMES, ProviderTile } from "./provider-icon";
import { PROVIDER_IDS, type ProviderId } from "@/lib/providers/provider";

const WHAT = {
  teams: "An Adaptive Card in a channel, through Workflows.",
  slack: "A Block Kit message in a channel, through an incoming webhook.",
  webhook: "Signed JSON to an endpoint of your own.",
} as const satisfies Record<ProviderId, string>;

/** The first question about a new channel: where does it lead? */
export function ProviderChoice({ onChoose }: { onChoose: (provider: ProviderId) => void }) {
  return (
    <ul className="grid gap-2">
      {PROVIDER_IDS.map((provider) => (
        <li key={provider}>
          <button
            type="button"
            onClick={() => onChoose(provider)}
            className="flex w-full items-center gap-3 rounded-lg border border-line bg-surface p-3 text-left transition-colors hover:border-line-strong hover:bg-raised"
          >
            <ProviderTile provider={provider} />
            <span className="grid gap-0.5">
              <span className="text-base font-medium text-ink">{PROVIDER_NAMES[provider]}</span>
              <span className="text-sm text-ink-2">{WHAT[provider]}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

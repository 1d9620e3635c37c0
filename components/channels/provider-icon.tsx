import { cn } from "@/components/ui/cn";
import type { TextIcon } from "@/components/ui/text-icon";
import "@/components/ui/text-icon.css";
import type { ProviderId } from "@/lib/providers/provider";
import "./provider-icon.css";

/** The names as users know them. */
export const PROVIDER_NAMES = {
  teams: "Microsoft Teams",
  slack: "Slack",
  webhook: "Webhook (Custom)",
} as const satisfies Record<ProviderId, string>;

/** A provider's mark; give it a `label` where no name stands beside it. */
export const ProviderIcon = ({ provider, label }: { provider: ProviderId; label?: boolean }) => (
  <span
    className="provider-mark"
    data-provider={provider}
    data-icon={provider === "webhook" ? ("webhook" satisfies TextIcon) : undefined}
    {...(label ? { role: "img", "aria-label": PROVIDER_NAMES[provider] } : { "aria-hidden": true })}
  />
);

/** The mark in a box, as lists and choices show it. */
export function ProviderTile({ provider, muted }: { provider: ProviderId; muted?: boolean }) {
  return (
    <span
      className={cn(
        "grid size-9 shrink-0 place-items-center rounded-lg border border-line bg-surface shadow-soft",
        muted && "opacity-60 grayscale",
      )}
    >
      <ProviderIcon provider={provider} label />
    </span>
  );
}

import { Webhook } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { ProviderId } from "@/lib/providers/provider";

/*
 * The Slack and Microsoft Teams marks are trademarks of their owners and stand here only to name the product that a
 * channel leads to. The shapes are those of Bootstrap Icons (MIT).
 */

const ICONS = {
  teams: (
    <svg viewBox="0 0 16 16" aria-hidden className="size-4">
      <path
        fill="#5b64d8"
        d="M9.186 4.797a2.42 2.42 0 1 0-2.86-2.448h1.178c.929 0 1.682.753 1.682 1.682zm-4.295 7.738h2.613c.929 0 1.682-.753 1.682-1.682V5.58h2.783a.7.7 0 0 1 .682.716v4.294a4.197 4.197 0 0 1-4.093 4.293c-1.618-.04-3-.99-3.667-2.35Zm10.737-9.372a1.674 1.674 0 1 1-3.349 0 1.674 1.674 0 0 1 3.349 0m-2.238 9.488-.12-.002a5.2 5.2 0 0 0 .381-2.07V6.306a1.7 1.7 0 0 0-.15-.725h1.792c.39 0 .707.317.707.707v3.765a2.6 2.6 0 0 1-2.598 2.598z"
      />
      <path
        fill="#7b83eb"
        d="M.682 3.349h6.822c.377 0 .682.305.682.682v6.822a.68.68 0 0 1-.682.682H.682A.68.68 0 0 1 0 10.853V4.03c0-.377.305-.682.682-.682Zm5.206 2.596v-.72h-3.59v.72h1.357V9.66h.87V5.945z"
      />
    </svg>
  ),
  slack: (
    <svg viewBox="0 0 16 16" aria-hidden className="size-4">
      <path
        fill="#e01e5a"
        d="M3.362 10.11c0 .926-.756 1.681-1.681 1.681S0 11.036 0 10.111.756 8.43 1.68 8.43h1.682zm.846 0c0-.924.756-1.68 1.681-1.68s1.681.756 1.681 1.68v4.21c0 .924-.756 1.68-1.68 1.68a1.685 1.685 0 0 1-1.682-1.68z"
      />
      <path
        fill="#36c5f0"
        d="M5.89 3.362c-.926 0-1.682-.756-1.682-1.681S4.964 0 5.89 0s1.68.756 1.68 1.68v1.682zm0 .846c.924 0 1.68.756 1.68 1.681S6.814 7.57 5.89 7.57H1.68C.757 7.57 0 6.814 0 5.89c0-.926.756-1.682 1.68-1.682z"
      />
      <path
        fill="#2eb67d"
        d="M12.639 5.89c0-.926.755-1.682 1.68-1.682S16 4.964 16 5.889s-.756 1.681-1.68 1.681h-1.681zm-.848 0c0 .924-.755 1.68-1.68 1.68A1.685 1.685 0 0 1 8.43 5.89V1.68C8.43.757 9.186 0 10.11 0c.926 0 1.681.756 1.681 1.68z"
      />
      <path
        fill="#ecb22e"
        d="M10.11 12.638c.926 0 1.682.756 1.682 1.681S11.036 16 10.11 16s-1.681-.756-1.681-1.68v-1.682h1.68zm0-.847c-.924 0-1.68-.755-1.68-1.68s.756-1.681 1.68-1.681h4.21c.924 0 1.68.756 1.68 1.68 0 .926-.756 1.681-1.68 1.681z"
      />
    </svg>
  ),
  webhook: <Webhook aria-hidden className="size-4 text-ink-2" />,
} satisfies Record<ProviderId, ReactNode>;

/** The names as users know them. */
export const PROVIDER_NAMES = {
  teams: "Microsoft Teams",
  slack: "Slack",
  webhook: "Webhook (Custom)",
} as const satisfies Record<ProviderId, string>;

/** A provider's mark; give it a `label` where no name stands beside it. */
export function ProviderIcon({ provider, label }: { provider: ProviderId; label?: boolean }) {
  return (
    <span
      className="inline-grid shrink-0 place-items-center"
      {...(label ? { role: "img", "aria-label": PROVIDER_NAMES[provider] } : {})}
    >
      {ICONS[provider]}
    </span>
  );
}

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

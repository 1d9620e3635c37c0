import type { ReactNode } from "react";
import type { ProviderId } from "@/lib/providers/provider";
import { Menu, StepList } from "./step-list";

interface Guide {
  /** What the URL to paste looks like. */
  example: string;
  steps: ReactNode[];
  note: string;
}

export const PROVIDER_GUIDES = {
  teams: {
    example: "https://….logic.azure.com/workflows/…&sig=…",
    steps: [
      <>In Teams, open the channel that should get the messages.</>,
      <>
        Click <Menu>⋯</Menu> beside its name, then <Menu>Workflows</Menu>.
      </>,
      <>
        Choose <Menu>Post to a channel when a webhook request is received</Menu> and follow the wizard.
      </>,
      <>At the end it shows a URL. Copy all of it, up to the very last character, and paste it here.</>,
    ],
    note: "The URL works like a password: whoever has it can post. It is stored encrypted and never shown again.",
  },
  slack: {
    example: "https://hooks.slack.com/services/T…/B…/…",
    steps: [
      <>
        Go to{" "}
        <a
          href="https://api.slack.com/apps"
          target="_blank"
          rel="noreferrer"
          className="text-accent underline underline-offset-2"
        >
          api.slack.com/apps
        </a>{" "}
        and create an app (from scratch), or open one that you have.
      </>,
      <>
        Under <Menu>Features</Menu>, open <Menu>Incoming Webhooks</Menu> and switch it on.
      </>,
      <>
        Click <Menu>Add New Webhook to Workspace</Menu>, pick the channel and allow it.
      </>,
      <>Copy the webhook URL from the list and paste it here.</>,
    ],
    note: "The URL works like a password: whoever has it can post. It is stored encrypted and never shown again.",
  },
  webhook: {
    example: "https://example.com/webhooks/carillon",
    steps: [
      <>Make an HTTPS endpoint that takes POST requests with a JSON body.</>,
      <>Paste its URL here and save. You then get a signing secret, once.</>,
      <>
        In your endpoint, verify the signature with that secret, and answer with a <Menu>2xx</Menu> status
        within ten seconds. Do slow work afterwards.
      </>,
      <>A delivery can arrive twice. Its delivery id stays the same, so that you can tell.</>,
    ],
    note: "127.0.0.1 and localhost mean the machine that this product runs on, which may not be yours.",
  },
} as const satisfies Record<ProviderId, Guide>;

/** How to get the URL of a provider, for people who do it for the first time. */
export function ProviderSteps({ provider }: { provider: ProviderId }) {
  const { steps, note } = PROVIDER_GUIDES[provider];
  return (
    <div className="grid gap-3 text-sm text-ink-2">
      <StepList steps={steps} />
      <p className="text-xs text-ink-3">{note}</p>
    </div>
  );
}

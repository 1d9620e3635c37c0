"use client";

import { FlaskConical, ShieldAlert, ShieldCheck } from "lucide-react";
import { SlackMessage } from "@/components/cards/slack-message";
import { TeamsCard } from "@/components/cards/teams-card";
import { ProviderTile } from "@/components/channels/provider-icon";
import { HeaderList } from "@/components/deliveries/header-list";
import { useIsDark } from "@/components/layout/use-theme";
import { Badge } from "@/components/ui/badge";
import { CodeBlock } from "@/components/ui/code-block";
import { Panel } from "@/components/ui/panel";
import { prettyBody } from "@/components/ui/pretty-body";
import { RelativeTime } from "@/components/ui/relative-time";
import { recognise, type Arrival } from "./arrival";

const TITLES = { teams: "Teams card", slack: "Slack message", webhook: "Webhook" } as const;

/** One request: drawn as its product would draw it, with headers and body behind it. */
export function ArrivalCard({ arrival }: { arrival: Arrival }) {
  const message = recognise(arrival.body);
  const provider = message?.provider ?? "webhook";
  const type = arrival.headers["x-aamu-event-type"];
  return (
    <Panel aria-label={`${arrival.method} ${TITLES[provider]}`}>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-3">
        <ProviderTile provider={provider} />
        <div className="grid min-w-0 flex-1">
          <h3 className="flex flex-wrap items-center gap-2 text-sm font-medium">
            {TITLES[provider]}
            {type !== undefined && <code className="font-mono text-xs font-normal text-ink-2">{type}</code>}
          </h3>
          <p className="text-xs text-ink-3">
            {arrival.method} · <RelativeTime at={arrival.receivedAt} />
          </p>
        </div>
        {arrival.headers["x-carillon-test"] === "1" && (
          <Badge tone="info">
            <FlaskConical aria-hidden /> Test
          </Badge>
        )}
        <SignatureBadge arrival={arrival} />
      </header>
      <div className="grid gap-3 border-t border-line px-4 py-4">
        <Drawn arrival={arrival} message={message} />
        <details className="text-sm">
          <summary className="w-fit rounded-sm text-ink-2 hover:text-ink">Headers and body</summary>
          <div className="mt-3 grid gap-3 lg:grid-cols-2">
            <HeaderList headers={arrival.headers} label="Headers" />
            <CodeBlock {...prettyBody(arrival.body)} label="Body" wrap />
          </div>
        </details>
      </div>
    </Panel>
  );
}

function Drawn({ arrival, message }: { arrival: Arrival; message: ReturnType<typeof recognise> }) {
  const theme = useIsDark() ? "dark" : "light";
  const time = arrival.receivedAt.slice(11, 16);
  if (message?.provider === "teams") return <TeamsCard payload={message.payload} theme={theme} time={time} />;
  if (message?.provider === "slack") {
    const reader = { locale: "en-GB", timeZone: "UTC", now: new Date(arrival.receivedAt) };
    return (
      <SlackMessage payload={message.payload} theme={theme} reader={reader} sender="Carillon" time={time} />
    );
  }
  return <CodeBlock {...prettyBody(arrival.body)} label="Received body" wrap />;
}

/** Chat products get no signature; their URL is the credential. */
function SignatureBadge({ arrival: { signature } }: { arrival: Arrival }) {
  if (signature === "unsigned") return null;
  const verified = signature === "verified";
  return (
    <Badge tone={verified ? "good" : "bad"}>
      {verified ? <ShieldCheck aria-hidden /> : <ShieldAlert aria-hidden />}
      {verified ? "Signature verified" : "Signature does not match"}
    </Badge>
  );
}

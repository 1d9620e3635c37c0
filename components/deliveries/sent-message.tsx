"use client";

import { SlackMessage } from "@/components/cards/slack-message";
import { TeamsCard } from "@/components/cards/teams-card";
import { useIsDark } from "@/components/layout/use-theme";
import { CodeBlock } from "@/components/ui/code-block";
import { prettyBody } from "@/components/ui/pretty-body";
import type { ProviderId } from "@/lib/providers/provider";

interface SentMessageProps {
  provider: ProviderId;
  /** To the byte. */
  body: string;
  /** ISO 8601. */
  at: string;
  reader: { locale: string; timeZone: string };
}

/** What a delivery sends: as its receivers see it, beside the JSON that it is made from. */
export function SentMessage({ provider, body, at, reader }: SentMessageProps) {
  const json = <CodeBlock {...prettyBody(body)} label="Message JSON" className="[&_pre]:max-h-112" />;
  if (provider === "webhook") return json;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2">
      <Drawn provider={provider} body={body} at={at} reader={reader} />
      {json}
    </div>
  );
}

/** Under which name the product posts. */
const SENDER = "Carillon";

function Drawn({ provider, body, at, reader }: SentMessageProps) {
  const theme = useIsDark() ? "dark" : "light";
  const now = new Date(at);
  const { locale, timeZone } = reader;
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: "numeric", minute: "2-digit" }).format(now);
  const payload: unknown = parsed(body);
  if (provider === "teams") return <TeamsCard payload={payload} theme={theme} time={time} />;
  return (
    <SlackMessage payload={payload} theme={theme} reader={{ ...reader, now }} sender={SENDER} time={time} />
  );
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

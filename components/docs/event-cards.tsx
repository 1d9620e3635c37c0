"use client";

import dynamic from "next/dynamic";
import { useMemo, type ReactNode } from "react";
import { useIsDark } from "@/components/layout/use-theme";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import type { ProviderId } from "@/lib/providers/provider";
import { WhenVisible } from "./when-visible";

const Loading = () => <Skeleton className="h-56 w-full rounded-lg" />;

// Each preview brings styles, fonts or a renderer of its own: none of them belongs to the first load of a page of text.
const TeamsCard = dynamic(() => import("@/components/cards/teams-card").then((it) => it.TeamsCard), {
  ssr: false,
  loading: Loading,
});
const SlackMessage = dynamic(() => import("@/components/cards/slack-message").then((it) => it.SlackMessage), {
  ssr: false,
  loading: Loading,
});
const WebhookRequest = dynamic(
  () => import("@/components/cards/webhook-request").then((it) => it.WebhookRequest),
  { ssr: false, loading: Loading },
);

interface EventCardsProps {
  eventId: string;
  eventType: string;
  deliveryId: string;
  createdAt: string;
  /** The bodies that the providers would send, to the byte. */
  bodies: Record<ProviderId, string>;
  labels: Record<ProviderId, string>;
}

/** What each provider's reader sees of an event, drawn from what would be sent. */
export function EventCards({ eventId, eventType, deliveryId, createdAt, bodies, labels }: EventCardsProps) {
  const theme = useIsDark() ? "dark" : "light";
  const teams = useMemo<unknown>(() => JSON.parse(bodies.teams), [bodies.teams]);
  const slack = useMemo<unknown>(() => JSON.parse(bodies.slack), [bodies.slack]);
  const reader = { locale: "en", timeZone: "UTC", now: new Date(createdAt) };
  const time = createdAt.slice(11, 16);
  return (
    <Tabs defaultValue="teams" className="docs-cards">
      <TabsList aria-label="Provider">
        <TabsTrigger value="teams">{labels.teams}</TabsTrigger>
        <TabsTrigger value="slack">{labels.slack}</TabsTrigger>
        <TabsTrigger value="webhook">{labels.webhook}</TabsTrigger>
      </TabsList>
      <Card provider="teams">
        <TeamsCard payload={teams} theme={theme} time={time} />
      </Card>
      <Card provider="slack">
        <SlackMessage payload={slack} theme={theme} reader={reader} sender="Carillon" time={time} />
      </Card>
      <Card provider="webhook">
        <WebhookRequest
          body={bodies.webhook}
          eventId={eventId}
          eventType={eventType}
          deliveryId={deliveryId}
        />
      </Card>
    </Tabs>
  );
}

const Card = ({ provider, children }: { provider: ProviderId; children: ReactNode }) => (
  <TabsContent value={provider}>
    <WhenVisible placeholder={<Loading />}>{children}</WhenVisible>
  </TabsContent>
);

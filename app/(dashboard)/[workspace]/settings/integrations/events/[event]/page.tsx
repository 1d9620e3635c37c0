import { Presentation } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { EventFacts } from "@/components/events/event-facts";
import { EventTrace } from "@/components/events/event-trace";
import { ruleText } from "@/components/events/rule-text";
import type { TraceChannel } from "@/components/events/trace-item";
import { judgeEvent } from "@/components/events/verdict";
import { VerdictBanner } from "@/components/events/verdict-banner";
import { paths } from "@/components/layout/paths";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { PageHeader } from "@/components/ui/page-header";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { prettyBody } from "@/components/ui/pretty-body";
import { requireManager } from "@/lib/auth/require";
import { isFinished } from "@/lib/delivery/status";
import { catalogue, isEventType } from "@/lib/events/catalogue";
import { LiveRefresh } from "../../_live/live-refresh";
import { headlineOf } from "../headline";
import { loadEvent } from "./load-event";
import { loadTrace } from "./load-trace";
import { ReplayButton } from "./replay-button";

export const metadata: Metadata = { title: "Event" };

interface EventPageProps {
  params: Promise<{ workspace: string; event: string }>;
}

export default async function EventPage({ params }: EventPageProps) {
  const { workspace: slug, event: id } = await params;
  const access = await requireManager(slug);
  const { workspace } = access;
  const loaded = await loadEvent(access, id);
  if (!loaded) notFound();
  const { event, source, projects } = loaded;
  const channels = await loadTrace({ access, event, projects });
  const project = event.projectId && (projects.get(event.projectId) ?? event.projectId);
  const ruled = {
    type: event.type,
    optIn: isEventType(event.type) && catalogue[event.type].optIn === true,
    project,
  };
  return (
    <div className="grid gap-6">
      <LiveRefresh while={event.plannedAt === null || channels.some(isOpen)} />
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-3">
            <span className="font-mono text-lg break-all">{event.type}</span>
            {event.test && <Badge tone="info">Test</Badge>}
          </span>
        }
        description={headlineOf({ ...event, searchText: "" }, workspace) || undefined}
        actions={
          <>
            <Button asChild>
              <Link href={paths.simulatorWith(workspace.slug, event)}>
                <Presentation aria-hidden /> Open in Card Simulator
              </Link>
            </Button>
            <ReplayButton workspace={workspace.slug} eventId={event.id} />
          </>
        }
      />
      <VerdictBanner verdict={judgeEvent(event.plannedAt !== null, channels)} />
      <EventFacts event={{ ...event, project, source }} />
      <Panel aria-labelledby="path">
        <PanelHeader id="path" title="Path" description="From the report to each receiver's answer." />
        <EventTrace
          source={source}
          receivedAt={event.receivedAt}
          plannedAt={event.plannedAt}
          channels={channels}
          rule={(reason) => ruleText(reason, ruled)}
        />
      </Panel>
      <section aria-labelledby="data" className="grid gap-3">
        <h2 id="data" className="text-base font-semibold">
          Data
        </h2>
        <CodeBlock label="Event data" {...prettyBody(event.data)} />
      </section>
    </div>
  );
}

const isOpen = ({ delivery }: TraceChannel): boolean => delivery !== null && !isFinished(delivery.status);

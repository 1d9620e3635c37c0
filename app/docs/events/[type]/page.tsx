import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CodeSample } from "@/components/docs/code-sample";
import { CodeTabs } from "@/components/docs/code-tabs";
import { DocsLink } from "@/components/docs/docs-link";
import { EventCards } from "@/components/docs/event-cards";
import { FieldTable } from "@/components/docs/field-table";
import { Heading } from "@/components/docs/heading";
import { Note } from "@/components/docs/note";
import { eventPage } from "@/lib/docs/pages/event-docs";
import { groupOf } from "@/lib/docs/pages/pages";
import {
  SAMPLE_CREATED_AT,
  SAMPLE_DELIVERY_ID,
  SAMPLE_EVENT_ID,
  sampleBodies,
} from "@/lib/docs/sample-delivery";
import { eventFields } from "@/lib/docs/schema/event-fields";
import { catalogue, isEventType, type EventType } from "@/lib/events/catalogue";
import { providers } from "@/lib/providers/registry";
import { DocsArticle } from "../../_docs/docs-article";
import { sendCommand } from "./send-command";

interface EventTypePageProps {
  params: Promise<{ type: string }>;
}

export async function generateMetadata({ params }: EventTypePageProps): Promise<Metadata> {
  const { type } = await params;
  return isEventType(type) ? { title: type, description: catalogue[type].description } : {};
}

export default async function EventTypePage({ params }: EventTypePageProps) {
  const { type } = await params;
  if (!isEventType(type)) notFound();
  const { group, description, optIn } = catalogue[type];
  return (
    <DocsArticle
      page={eventPage(type)}
      group={`${groupOf("events")} · ${group}`}
      title={<span className="font-mono text-[0.9em]">{type}</span>}
    >
      <section aria-labelledby="when" className="docs-flow">
        <Heading id="when">When it fires</Heading>
        <p>{description}</p>
        <p>
          {"project" in catalogue[type].schema.shape ? (
            <>
              It can belong to a project: channels that are limited to projects get it when its{" "}
              <code>projectId</code> is one of theirs.
            </>
          ) : (
            <>
              It concerns the whole workspace, and reaches channels that are limited to projects too, unless
              it is sent with a <code>projectId</code>.
            </>
          )}
        </p>
        {optIn && (
          <Note title="Only on request">
            <p>
              This type is never part of “all event types”. A channel gets it only when it{" "}
              <DocsLink page="channels" section="event-filter">
                names it
              </DocsLink>
              .
            </p>
          </Note>
        )}
      </section>
      <section aria-labelledby="fields" className="docs-flow">
        <Heading id="fields">Data fields</Heading>
        <p>
          What stands in <code>data</code>. Around it is the{" "}
          <DocsLink page="payload">same envelope for all types</DocsLink>.
        </p>
        <FieldTable label={`Fields of ${type}`} rows={eventFields(type)} />
      </section>
      <Sample type={type} />
    </DocsArticle>
  );
}

function Sample({ type }: { type: EventType }) {
  const { teams, slack, webhook } = sampleBodies(type);
  const received = JSON.stringify(webhook.payload, null, 2);
  return (
    <>
      <section aria-labelledby="sample" className="docs-flow">
        <Heading id="sample">Sample</Heading>
        <CodeTabs
          label="Sample"
          choice="side"
          tabs={[
            {
              label: "As received",
              content: <CodeSample title="Body of a webhook" language="json" code={received} />,
            },
            {
              label: "As sent",
              content: <CodeSample title="Terminal" language="shellscript" code={sendCommand(type)} />,
            },
          ]}
        />
      </section>
      <section aria-labelledby="cards" className="docs-flow">
        <Heading id="cards">Cards</Heading>
        <p>Drawn from the very bodies that would be sent for the sample.</p>
        <EventCards
          eventId={SAMPLE_EVENT_ID}
          eventType={type}
          deliveryId={SAMPLE_DELIVERY_ID}
          createdAt={SAMPLE_CREATED_AT}
          bodies={{ teams: teams.body, slack: slack.body, webhook: webhook.body }}
          labels={{
            teams: providers.teams.label,
            slack: providers.slack.label,
            webhook: providers.webhook.label,
          }}
        />
      </section>
    </>
  );
}

import { CodeSample } from "@/components/docs/code-sample";
import { DataTable } from "@/components/docs/data-table";
import { DocsLink, EventLink } from "@/components/docs/docs-link";
import { SAMPLE_CONTEXT, sampleBodies } from "@/lib/docs/sample-delivery";
import { writtenPage } from "../_docs/written-page";

const docs = writtenPage("payload");
const { Page, Section } = docs;

export const metadata = docs.metadata;

export default function PayloadPage() {
  const { webhook } = sampleBodies("task.created");
  return (
    <Page>
      <Section id="body">
        <p>
          One event, one POST, one JSON object in UTF-8. It is written without white space and stays the same,
          byte for byte, in every attempt of a delivery.
        </p>
        <CodeSample title="task.created" language="json" code={JSON.stringify(webhook.payload, null, 2)} />
      </Section>
      <Section id="fields">
        <DataTable
          label="Fields of the payload"
          columns={["Field", "Type", "Meaning"]}
          rows={[
            {
              cells: [
                <code key="f">id</code>,
                "string",
                "Id of the event, the same for every channel that gets it.",
              ],
            },
            {
              cells: [
                <code key="f">type</code>,
                "string",
                <>
                  Name of the event type, from the <DocsLink page="events">catalogue</DocsLink>.
                </>,
              ],
            },
            {
              cells: [
                <code key="f">createdAt</code>,
                "string",
                "When it happened: ISO 8601 in UTC with milliseconds.",
              ],
            },
            {
              cells: [
                <code key="f">teamId</code>,
                "string",
                `Id of the workspace, which the platform calls a team.`,
              ],
            },
            {
              cells: [
                <code key="f">projectId</code>,
                "string, may be absent",
                "The project that the event belongs to. Absent for events of the whole workspace.",
              ],
            },
            {
              cells: [
                <code key="f">actorId</code>,
                "string, may be absent",
                "Who did it, as the reporting service names people. Absent when nobody is known.",
              ],
            },
            {
              cells: [
                <code key="f">data</code>,
                "object",
                "What happened. Its fields depend on the type and stand on the type’s page.",
              ],
            },
          ]}
        />
        <p>Ids are opaque: compare them, but do not take them apart.</p>
      </Section>
      <Section id="changes">
        <p>
          Types such as <EventLink type="task.updated" /> can say what changed: a field&apos;s name with its
          value before and after. The object beside it is as it is now.
        </p>
        <CodeSample title="data.changes" language="json" code={CHANGES} />
      </Section>
      <Section id="compatibility">
        <p>
          New event types and new fields may come at any time: ignore what you do not know, and answer 2xx to
          types that you do not handle. Fields are not renamed, removed or given another meaning within this
          version of the format.
        </p>
      </Section>
      <Section id="messages">
        <p>
          Teams gets <code>{'{"type":"message","attachments":[…]}'}</code> with an Adaptive Card 1.4 in it,
          Slack <code>{'{"text":…,"blocks":[…]}'}</code>. Every event type&apos;s page shows both for a
          workspace named {SAMPLE_CONTEXT.workspaceName}. Dates and numbers follow the workspace&apos;s
          language and time zone, or the channel&apos;s own. What is too long for Teams or Slack is shortened,
          and the attempt in the log says so; webhooks always get everything.
        </p>
      </Section>
    </Page>
  );
}

const CHANGES = JSON.stringify(
  {
    title: { from: "Call the customer", to: "Follow up with the customer" },
    estimate: { from: null, to: 2.5 },
  },
  null,
  2,
);

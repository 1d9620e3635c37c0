import { DocsLink, EventLink } from "@/components/docs/docs-link";
import { DataTable } from "@/components/docs/data-table";
import { Heading } from "@/components/docs/heading";
import { InlineText } from "@/components/docs/inline-text";
import { eventGroups } from "@/lib/docs/pages/event-docs";
import { EVENT_TYPES } from "@/lib/events/catalogue";
import { writtenPage } from "../_docs/written-page";

const docs = writtenPage("events");
const { Page, Section } = docs;

export const metadata = docs.metadata;

export default function EventsPage() {
  return (
    <Page>
      <Section id="conventions">
        <ul>
          <li>
            A name goes from the object to what happened to it: <code>task.created</code>,{" "}
            <code>helpdesk.ticket.status_changed</code>.
          </li>
          <li>
            <code>data</code> holds the object under its own name, as it is after the change. Types that end
            in <code>.updated</code> or <code>_changed</code> may add <code>changes</code> with the values
            before and after.
          </li>
          <li>
            Every type may carry <code>actor</code> (who did it) and <code>url</code> (where the object is);
            types of things that can belong to a project may carry <code>project</code>. Cards use them;
            routing uses the event&apos;s own <code>projectId</code>.
          </li>
          <li>
            An optional field may be absent or <code>null</code>; both mean the same. Unknown fields are kept
            and reach webhooks unchanged.
          </li>
        </ul>
        <p>
          The same in machine-readable form: <code>GET /api/v1/event-types</code>, and the{" "}
          <code>webhooks</code> of the <DocsLink page="api">OpenAPI document</DocsLink>.
        </p>
      </Section>
      <Section id="types">
        <p>{EVENT_TYPES.length} types. Each has a page with its fields, a sample and its cards.</p>
        {eventGroups().map(({ group, anchor, types }) => (
          <div key={group} className="docs-flow">
            <Heading id={anchor} level={3}>
              {group}
            </Heading>
            <DataTable
              label={`Event types: ${group}`}
              columns={["Type", "When it fires"]}
              rows={types.map(({ type, description }) => ({
                cells: [<EventLink key={type} type={type} />, <InlineText key="when" text={description} />],
              }))}
            />
          </div>
        ))}
      </Section>
    </Page>
  );
}

import { DataTable } from "@/components/docs/data-table";
import { DocsLink } from "@/components/docs/docs-link";
import { SnippetSample, SnippetTabs } from "../_docs/snippet-sample";
import { writtenPage } from "../_docs/written-page";

const docs = writtenPage("idempotency");
const { Page, Section } = docs;

export const metadata = docs.metadata;

export default function IdempotencyPage() {
  return (
    <Page>
      <Section id="why">
        <p>
          Carillon delivers <strong>at least once</strong>. Your server did the work, but the connection broke
          before its answer arrived: from the other side that is a failure, and the request comes again. The
          same happens when Carillon itself is killed between sending a request and writing down the answer,
          and when somebody presses Retry. No sender can rule this out; a receiver can make it harmless.
        </p>
      </Section>
      <Section id="ids">
        <DataTable
          label="Ids to remember"
          columns={["Id", "Stays the same over", "Use it to"]}
          rows={[
            {
              cells: [
                <>
                  <code>x-aamu-delivery-id</code>, <code>webhook-id</code>
                </>,
                "all attempts and redeliveries to this channel",
                "do the work of this endpoint once. This is the one to store.",
              ],
            },
            {
              cells: [
                <>
                  <code>x-aamu-event-id</code>, <code>id</code>
                </>,
                "all channels",
                "recognise one event that reaches you over two channels.",
              ],
            },
          ]}
        />
        <p>
          The reporting service has the same problem one step earlier and solves it with an{" "}
          <DocsLink page="sendingEvents" section="idempotency">
            idempotency key
          </DocsLink>
          .
        </p>
      </Section>
      <Section id="inbox">
        <p>
          Write the delivery into a table whose key is the delivery id, answer 204, and work from the table.
          The unique key decides, also when two attempts arrive in the same millisecond; asking first and
          inserting afterwards does not.
        </p>
        <SnippetSample name="inbox.sql" />
        <p>
          Keep the rows for some weeks: a redelivery by hand may come long after the first try. If the work is
          one small change in the same database, make it in the transaction of the insert, and you need no
          second step.
        </p>
      </Section>
      <Section id="receiver">
        <p>It checks, stores and answers. Both are run by tests against signed, forged and old requests.</p>
        <SnippetTabs label="A complete receiver" names={["receiver.ts", "receiver.py"]} />
        <p>
          <code>carillon.mjs</code> is the{" "}
          <DocsLink page="sendingEvents" section="client">
            client module
          </DocsLink>
          ; <code>verify_standard.py</code> stands under{" "}
          <DocsLink page="signatures" section="standard">
            Verifying signatures
          </DocsLink>
          .
        </p>
      </Section>
      <Section id="order">
        <p>
          Events are sent as they come, several at a time, and a retry comes later than what happened
          meanwhile. Do not rely on order. Compare <code>createdAt</code> with what you have, or fetch the
          object&apos;s present state from the platform when an event tells you that it changed.
        </p>
      </Section>
    </Page>
  );
}

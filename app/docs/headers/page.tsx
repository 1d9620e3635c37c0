import { CodeSample } from "@/components/docs/code-sample";
import { DataTable } from "@/components/docs/data-table";
import { DocsLink } from "@/components/docs/docs-link";
import { sampleRequest } from "@/lib/docs/sample-request";
import { writtenPage } from "../_docs/written-page";

const docs = writtenPage("headers");
const { Page, Section } = docs;

export const metadata = docs.metadata;

export default function HeadersPage() {
  return (
    <Page>
      <Section id="list">
        <CodeSample title="Headers of one attempt" language="text" code={sampleHeaders()} />
        <DataTable
          label="Headers of a webhook"
          columns={["Header", "Value"]}
          rows={MEANINGS.map(([name, meaning]) => ({ cells: [<code key="n">{name}</code>, meaning] }))}
        />
        <p>
          The three signatures are explained under <DocsLink page="signatures">Verifying signatures</DocsLink>
          . Header names are case-insensitive.
        </p>
      </Section>
      <Section id="test">
        <p>
          A test adds <code>x-carillon-test: 1</code>. Its event and delivery have ids of their own, and it is
          signed like any other request: verify it, answer it, and do nothing else with it.
        </p>
      </Section>
      <Section id="chat">
        <p>
          Teams and Slack channels get <code>content-type: application/json; charset=utf-8</code> and the same{" "}
          <code>user-agent</code>, but no ids and no signatures: there the address itself is the secret.
        </p>
      </Section>
      <Section id="custom">
        <p>
          A webhook channel can carry up to 20 headers of yours, with values of up to 4,096 characters. They
          are kept encrypted, sent with every attempt and hidden in the log.
        </p>
        <p>
          Names that Carillon or the connection sets itself can&apos;t be used: <code>content-type</code>,{" "}
          <code>user-agent</code>, <code>host</code>, <code>connection</code> and their like, and everything
          that begins with <code>webhook-</code>, <code>x-aamu-</code>, <code>x-aimee-</code>,{" "}
          <code>x-carillon-</code>, <code>x-forwarded-</code>, <code>proxy-</code> or <code>sec-</code>.
        </p>
      </Section>
    </Page>
  );
}

const MEANINGS = [
  ["content-type", "application/json"],
  ["user-agent", "Aamu-Webhooks/1.0, so that firewalls can let it in."],
  ["x-aamu-delivery-id", "Id of the delivery: the same in every attempt and every redelivery."],
  ["x-aamu-event-id", "Id of the event, also in the body."],
  ["x-aamu-event-type", "Type of the event, to route by without reading the body."],
  ["x-aamu-signature", "Time of the attempt in milliseconds and an HMAC of time and body."],
  ["x-aimee-signature", "HMAC of the body alone."],
  ["webhook-id", "The delivery id once more, as Standard Webhooks names it."],
  ["webhook-timestamp", "Time of the attempt in seconds."],
  ["webhook-signature", "The signatures of Standard Webhooks, parted by spaces."],
] as const;

/** As lines of a request. */
const sampleHeaders = (): string =>
  Object.entries(sampleRequest().headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");

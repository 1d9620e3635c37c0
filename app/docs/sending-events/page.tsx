import { CodeSample } from "@/components/docs/code-sample";
import { DataTable } from "@/components/docs/data-table";
import { CodeLink, DocsLink } from "@/components/docs/docs-link";
import { Note } from "@/components/docs/note";
import { MAX_BATCH, MAX_IDEMPOTENCY_KEY } from "@/lib/api/schemas/events";
import { env } from "@/lib/env";
import { origin } from "../_docs/origin";
import { SnippetSample, SnippetTabs } from "../_docs/snippet-sample";
import { writtenPage } from "../_docs/written-page";

const docs = writtenPage("sendingEvents");
const { Page, Section } = docs;

export const metadata = docs.metadata;

export default function SendingEventsPage() {
  return (
    <Page>
      <Section id="keys">
        <p>
          A key belongs to one workspace. Owners and admins make and revoke keys under{" "}
          <strong>Settings, Integrations, API keys</strong>. A key is shown once; Carillon keeps only its
          hash. Send it with every request:
        </p>
        <CodeSample title="Header" language="text" code="Authorization: Bearer ck_…" />
        <DataTable
          label="Scopes of API keys"
          columns={["Scope", "What it allows"]}
          rows={[
            {
              cells: [<code key="s">events:write</code>, "Report events. All that a sending service needs."],
            },
            { cells: [<code key="s">read</code>, "Read events, deliveries, channels and projects."] },
            { cells: [<code key="s">manage</code>, "Change channels and projects, test, retry and replay."] },
          ]}
        />
      </Section>
      <Section id="single">
        <p>
          <code>type</code> is a name from the <DocsLink page="events">catalogue</DocsLink>, <code>data</code>{" "}
          what its page describes. Fields that the schema does not know are kept and passed on to webhooks.
        </p>
        <SnippetTabs label="Send an event" names={["send-event.ts", "send_event.py", "send-event.sh"]} />
        <p>
          Optional: <code>projectId</code> (a project of the workspace, for the{" "}
          <DocsLink page="channels" section="project-filter">
            project filter
          </DocsLink>
          ), <code>actorId</code> (who did it, as your system names people), <code>createdAt</code> (when it
          happened, if that is not now).
        </p>
      </Section>
      <Section id="batch">
        <p>
          Up to {MAX_BATCH} events go in one request and are accepted all together or not at all. The results
          stand in the order of the events. If one is wrong, the error names its place, such as{" "}
          <code>events.3.data.task.title</code>, and nothing is stored.
        </p>
        <CodeSample title="Request body" language="json" code={BATCH} />
      </Section>
      <Section id="idempotency">
        <p>
          A network can fail after the event was stored and before you read the answer. Send an{" "}
          <code>idempotencyKey</code> of your own and try again without fear:
        </p>
        <ul>
          <li>
            The same key with the same event answers the first id with <code>duplicate: true</code>. Nothing
            is sent again.
          </li>
          <li>
            The same key with another event is refused with <CodeLink code="idempotency_conflict" /> (409).
            The order of keys and white space make no difference.
          </li>
          <li>
            A key has up to {MAX_IDEMPOTENCY_KEY} characters, counts within the workspace and is remembered as
            long as the event ({env().RETENTION_DAYS} days here). For a single event the header{" "}
            <code>Idempotency-Key</code> does the same as the field.
          </li>
        </ul>
        <p>
          Take something that names the fact, such as <code>tsk_207-created</code> or the id of a row, not a
          random value made anew for every try.
        </p>
      </Section>
      <Section id="limits">
        <DataTable
          label="Limits"
          columns={["Limit", "Value", "Beyond it"]}
          rows={[
            { cells: ["One event", "256 KiB of JSON in UTF-8", <CodeLink key="c" code="event_too_large" />] },
            { cells: ["One request", "1 MiB", <CodeLink key="c" code="request_too_large" />] },
            { cells: ["Events in a batch", String(MAX_BATCH), <CodeLink key="c" code="invalid" />] },
            { cells: ["Nesting of objects and lists", "32 levels", <CodeLink key="c" code="too_deep" />] },
            {
              cells: [
                "Requests with one key",
                `${env().API_RATE_LIMIT.toLocaleString("en")} a second`,
                <CodeLink key="c" code="rate_limited" />,
              ],
            },
          ]}
        />
        <p>
          Large content does not belong into an event: send a link to it. All refusals are listed under{" "}
          <DocsLink page="errors" section="problems">
            Errors
          </DocsLink>
          .
        </p>
      </Section>
      <Section id="client">
        <p>
          One file without dependencies, for Node 20, Deno, Bun and workers, and its types for TypeScript.
          This installation serves those that fit it; packages in this repository import{" "}
          <code>carillon/client</code>.
        </p>
        <CodeSample
          title="Terminal"
          language="shellscript"
          code={["mjs", "d.mts"].map((end) => `curl -O ${origin()}/client/carillon.${end}`).join("\n")}
        />
        <ul>
          <li>
            <code>createCarillon({"{ url, apiKey }"})</code> gives <code>events.send</code> and{" "}
            <code>events.sendBatch</code>, typed by event type.
          </li>
          <li>
            Network errors, 429 and 5xx are tried again, up to four times, with growing waits and never before{" "}
            <code>Retry-After</code>. An event without an idempotency key gets one, so that these retries
            never send twice.
          </li>
          <li>
            What can&apos;t succeed throws a <code>CarillonError</code> with <code>status</code>,{" "}
            <code>code</code> and, for each wrong field, <code>errors</code>.
          </li>
        </ul>
      </Section>
      <Section id="outbox">
        <p>
          Between your database&apos;s commit and the call to Carillon your process can die. If an event must
          not be lost, write it into a table of your own <em>in the transaction that changes your data</em>,
          and send from there. The row&apos;s id is the idempotency key, so a repeated send is harmless.
        </p>
        <SnippetSample name="outbox.ts" />
        <Note title="Do not call Carillon inside your transaction">
          <p>
            If the transaction is rolled back afterwards, you have reported something that never happened; and
            while you wait for the answer, your rows stay locked.
          </p>
        </Note>
      </Section>
    </Page>
  );
}

const BATCH = JSON.stringify(
  {
    events: [
      {
        type: "task.created",
        data: { task: { id: "tsk_207", title: "Follow up with the customer", status: "active" } },
        idempotencyKey: "tsk_207-created",
      },
      {
        type: "course.published",
        data: {
          course: { id: "crs_price", title: "Handling Price Objections" },
          version: { label: "v3" },
          blockCount: 24,
        },
        idempotencyKey: "crs_price-v3",
      },
    ],
  },
  null,
  2,
);

import { DataTable } from "@/components/docs/data-table";
import { DocsLink } from "@/components/docs/docs-link";
import { CodeSample } from "@/components/docs/code-sample";
import { Heading } from "@/components/docs/heading";
import { InlineText } from "@/components/docs/inline-text";
import { PROBLEMS } from "@/lib/api/problem-codes";
import { ERROR_CODES } from "@/lib/delivery/status";
import { deliveryErrors, statusHints } from "@/lib/docs/delivery-errors";
import { ROUTING_DOCS } from "@/lib/docs/routing-reasons";
import { origin } from "../_docs/origin";
import { writtenPage } from "../_docs/written-page";

const docs = writtenPage("errors");
const { Page, Section } = docs;

export const metadata = docs.metadata;

export default function ErrorsPage() {
  return (
    <Page>
      <Section id="problems">
        <p>
          Refusals are problem details (RFC 9457, <code>application/problem+json</code>). Programs should look
          at <code>code</code>: it does not change. <code>detail</code> is for people and says what to do;{" "}
          <code>errors</code> names each wrong field. <code>type</code> leads to a line of this table.
        </p>
        <CodeSample title="422" language="json" code={example()} />
        <DataTable
          label="Errors of the API"
          columns={["Code", "Status", "Meaning and remedy"]}
          rows={Object.entries(PROBLEMS).map(([code, { status, title, description }]) => ({
            id: code,
            cells: [
              <code key="code">{code}</code>,
              String(status),
              <>
                <span className="font-medium text-ink">{title}.</span> <InlineText text={description} />
              </>,
            ],
          }))}
        />
        <p>
          Sending again unchanged helps with 408, 429, 500 and 503 only, and is safe with an{" "}
          <DocsLink page="sendingEvents" section="idempotency">
            idempotency key
          </DocsLink>
          .
        </p>
      </Section>
      <Section id="attempts">
        <p>
          An attempt that failed has one of {ERROR_CODES.length} codes and the <code>stage</code> that it came
          to: <code>before_sending</code> (the receiver saw nothing), <code>no_response</code> (sent, but no
          complete answer: it may have been processed) or <code>response</code>.
        </p>
        {deliveryErrors().map(({ code, cases }) => (
          <div key={code} className="docs-flow">
            <Heading id={code} level={3}>
              <code>{code}</code>
            </Heading>
            {cases.map(({ title, explanation, remedy }) => (
              <div key={explanation} className="docs-case">
                <p>
                  <strong>{title}.</strong> {explanation}
                </p>
                <p>
                  <span className="text-ink-3">What to do:</span> {remedy}
                </p>
              </div>
            ))}
          </div>
        ))}
      </Section>
      <Section id="statuses">
        <p>
          With <code>http_status</code> the receiver answered, but not with 2xx. What it usually means:
        </p>
        <DataTable
          label="Statuses of receivers"
          columns={["Answer", "Meaning", "What to do"]}
          rows={statusHints().map(({ title, explanation, remedy }) => ({
            cells: [title, explanation, remedy],
          }))}
        />
        <p>
          Which of them are tried again is told under{" "}
          <DocsLink page="retries" section="verdicts">
            Retries
          </DocsLink>
          .
        </p>
      </Section>
      <Section id="routing">
        <p>
          No delivery at all? The event&apos;s <code>routing</code> holds one decision for every channel of
          the workspace, with the first rule that said no.
        </p>
        <DataTable
          label="Reasons of routing"
          columns={["Reason", "What it means"]}
          rows={Object.entries(ROUTING_DOCS).map(([reason, meaning]) => ({
            cells: [<code key="reason">{reason}</code>, meaning],
          }))}
        />
        <p>
          And if the event is not there either, it was never accepted: look for a refused request in the event
          log, which keeps refusals of your keys for some days.
        </p>
      </Section>
    </Page>
  );
}

const example = (): string =>
  JSON.stringify(
    {
      type: `${origin()}/docs/errors#invalid`,
      title: PROBLEMS.invalid.title,
      status: PROBLEMS.invalid.status,
      detail: "data.task.title: Required, must be text.",
      code: "invalid",
      errors: [{ path: "data.task.title", message: "Required, must be text." }],
    },
    null,
    2,
  );

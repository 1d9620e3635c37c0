import { DataTable } from "@/components/docs/data-table";
import { CodeLink, DocsLink, EventLink } from "@/components/docs/docs-link";
import { Note } from "@/components/docs/note";
import { VerdictTable } from "@/components/docs/verdict-table";
import { duration, triesOf } from "@/lib/docs/retry-schedule";
import { verdictTable } from "@/lib/docs/verdicts";
import { env, envSchema } from "@/lib/env";
import { writtenPage } from "../_docs/written-page";

const docs = writtenPage("retries");
const { Page, Section } = docs;

export const metadata = docs.metadata;

/** What an installation has unless its operator says otherwise. */
const USUAL = envSchema.shape.RETRY_SCHEDULE.parse(undefined);

export default function RetriesPage() {
  const { RETRY_SCHEDULE: schedule, AUTO_DISABLE_AFTER, AUTO_DISABLE_MIN_AGE } = env();
  return (
    <Page>
      <Section id="schedule">
        <p>
          The first try is made at once. After a failure Carillon waits, and waits longer after each further
          one. A wait begins when the failed try ended.
        </p>
        <Schedule label="The usual schedule" waits={USUAL} />
        <p>
          A retry is never early. Up to a tenth of the wait is added at random, so that retries of one outage
          do not all come in the same second.
        </p>
        {schedule.join() !== USUAL.join() && (
          <Note title="This installation has waits of its own">
            <p>
              {schedule.length === 0
                ? "Failed deliveries are not tried again."
                : `Its operator has set ${schedule.map(duration).join(", ")}.`}
            </p>
          </Note>
        )}
      </Section>
      <Section id="five">
        <p>
          Often the rule is told as “5 delivery attempts, waiting 30 s, 60 s, 2 min, 4 min and 8 min”. Five
          waits need something before the first of them: the try that failed. So there are{" "}
          <strong>five retries after the first try, six tries in all</strong>, and every wait that is named
          takes place. With five tries in all the last wait would never happen, and an outage of ten minutes
          could lose what this schedule delivers: it reaches over 15½ minutes.
        </p>
        <p>
          In the log and the API you read “attempt 2 of 6”; <code>maxAttempts</code> is 6.
        </p>
      </Section>
      <Section id="success">
        <ul>
          <li>
            <strong>Webhook:</strong> any status from 200 to 299. The body is not looked at. Answer within ten
            seconds, five of them to connect.
          </li>
          <li>
            <strong>Slack:</strong> 2xx with the body <code>ok</code>.
          </li>
          <li>
            <strong>Teams:</strong> 2xx, unless the body says that the post failed.
          </li>
        </ul>
        <p>Redirects are never followed, so 3xx is a failure: save the final address in the channel.</p>
      </Section>
      <Section id="verdicts">
        <p>
          Asked of the very policies that judge real answers. “Retried” means by the schedule, and failed when
          that is used up.
        </p>
        <VerdictTable rows={verdictTable()} />
        <p>
          Slack also names causes in its body: <code>channel_not_found</code> or <code>no_service</code> ends
          the delivery, <code>rate_limited</code> is tried again, whatever the status. A request without a
          complete answer (no connection, no certificate, no time) is retried.
        </p>
      </Section>
      <Section id="retry-after">
        <p>
          With 429 or 503 a receiver may say how long to wait, in seconds or as an HTTP date. The next try
          then comes at that moment at the earliest, an hour at most from now. It does not come earlier than
          the schedule says, and the number of tries stays the same.
        </p>
      </Section>
      <Section id="end">
        <DataTable
          label="How a delivery ends"
          columns={["Status", "It ended because"]}
          rows={[
            { cells: [<code key="s">delivered</code>, "The receiver took it."] },
            {
              cells: [
                <code key="s">failed</code>,
                "The schedule is used up, or an answer said that trying again is useless.",
              ],
            },
            {
              cells: [
                <code key="s">cancelled</code>,
                "It waited for a retry when somebody cancelled it, or its channel was disabled or deleted.",
              ],
            },
          ]}
        />
        <p>
          Until then it is <code>pending</code> (no try yet) or <code>retrying</code>, and the log says when
          the next try is due. The log keeps every attempt:{" "}
          <DocsLink page="errors" section="attempts">
            what its error code means
          </DocsLink>
          .
        </p>
      </Section>
      <Section id="disable">
        <ul>
          <li>
            <strong>At once</strong> when a receiver answers 410 Gone.
          </li>
          <li>
            <strong>After {AUTO_DISABLE_AFTER} deliveries in a row</strong> that ended failed, if the first of
            them is at least {duration(AUTO_DISABLE_MIN_AGE)} old. Any success starts the count anew; tests do
            not count.
          </li>
        </ul>
        <p>
          Owners and admins see a banner, the audit trail has an entry, and the event{" "}
          <EventLink type="channel.disabled" /> goes to channels that selected it. When you enable the channel
          again, you are asked whether to send what it missed.
        </p>
      </Section>
      <Section id="redelivery">
        <p>
          Any finished delivery can be sent again, failed or not: one by one, everything that a filter of the
          log finds, or a whole event.
        </p>
        <ul>
          <li>
            Event id, delivery id and body stay the same; the attempt is marked <code>manual</code>.
            Signatures are made anew, with the time of this attempt.
          </li>
          <li>A manual attempt is not retried, and a delivery that was delivered never becomes failed.</li>
          <li>
            Replaying an event makes a manual attempt where a delivery exists, and a new delivery where
            today&apos;s channels match for the first time.
          </li>
          <li>
            The channel must be enabled and the delivery finished, else the answer is{" "}
            <CodeLink code="conflict" /> (409).
          </li>
        </ul>
        <p>
          By API: <code>POST /api/v1/deliveries/&#123;id&#125;/retry</code>,{" "}
          <code>POST /api/v1/deliveries/retry</code> and{" "}
          <code>POST /api/v1/events/&#123;id&#125;/replay</code>.
        </p>
      </Section>
    </Page>
  );
}

function Schedule({ label, waits }: { label: string; waits: readonly number[] }) {
  const tries = triesOf(waits);
  return (
    <DataTable
      label={label}
      columns={["Attempt", "Wait before it", "Since the first"]}
      rows={tries.map(({ number, wait, elapsed }) => ({
        cells: [`${number} of ${tries.length}`, wait, elapsed],
      }))}
    />
  );
}

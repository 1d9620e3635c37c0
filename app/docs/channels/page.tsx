import { DataTable } from "@/components/docs/data-table";
import { DocsLink, EventLink } from "@/components/docs/docs-link";
import { Note } from "@/components/docs/note";
import { env } from "@/lib/env";
import { duration } from "@/lib/docs/retry-schedule";
import { writtenPage } from "../_docs/written-page";

const docs = writtenPage("channels");
const { Page, Section } = docs;

export const metadata = docs.metadata;

export default function ChannelsPage() {
  return (
    <Page>
      <Section id="providers">
        <p>
          A channel is added under <strong>Settings, Integrations</strong> by an owner or admin, or with{" "}
          <DocsLink page="api">the API</DocsLink>. There are two lists: <strong>Chat Notifications</strong>{" "}
          for all three providers, and <strong>CRM Webhooks</strong> for raw event data to systems such as
          HubSpot, Salesforce or your own. Webhooks of both lists look the same on the wire.
        </p>
        <DataTable
          label="Providers"
          columns={["Provider", "What it gets", "Pace"]}
          rows={[
            {
              cells: [
                "Microsoft Teams",
                "An Adaptive Card 1.4, posted by a workflow",
                "1 a second, 4 at once",
              ],
            },
            { cells: ["Slack", "A Block Kit message for an incoming webhook", "1 a second, 4 at once"] },
            { cells: ["Webhook", "The event as JSON, signed", "as it comes, 10 at a time"] },
          ]}
        />
        <p>
          A channel&apos;s address works like a password. It is kept encrypted and shown masked everywhere,
          also in errors and logs. The <strong>Card Simulator</strong> draws what would be sent before
          anything is.
        </p>
      </Section>
      <Section id="teams">
        <ol>
          <li>In Teams, open the menu (⋯) of the channel and choose Workflows.</li>
          <li>
            Take the template <strong>Post to a channel when a webhook request is received</strong> and finish
            its wizard.
          </li>
          <li>Copy the whole address that it shows, and paste it as the URL of a new Teams channel.</li>
        </ol>
        <p>
          A workflow answers 202 when it has taken the card; whether it was posted shows in Teams alone. Send
          a test and look.
        </p>
      </Section>
      <Section id="slack">
        <ol>
          <li>At api.slack.com/apps, create an app or open one that you have.</li>
          <li>
            Under <strong>Features</strong>, switch on <strong>Incoming Webhooks</strong>.
          </li>
          <li>
            Choose <strong>Add New Webhook to Workspace</strong>, pick a channel, and copy the address that
            begins with <code>https://hooks.slack.com/services/</code>.
          </li>
        </ol>
      </Section>
      <Section id="webhook">
        <ol>
          <li>Make an HTTPS endpoint that takes POST requests with a JSON body.</li>
          <li>
            Paste its address. You are shown a signing secret, once: keep it where the endpoint can read it.
          </li>
          <li>
            <DocsLink page="signatures">Verify</DocsLink> every request, answer with a 2xx within ten seconds
            and do the work afterwards.
          </li>
        </ol>
        <p>
          Headers of your own, such as a token that your gateway wants, can be set on the channel:{" "}
          <DocsLink page="headers" section="custom">
            Your own headers
          </DocsLink>
          .
        </p>
      </Section>
      <Section id="event-filter">
        <p>
          No event type selected means <strong>all</strong>, those that will be added later too. Select some,
          and the channel gets these only. One type is never part of “all”:{" "}
          <EventLink type="channel.disabled" />. Select it on a channel that shall bring the news of another
          one&apos;s end.
        </p>
      </Section>
      <Section id="project-filter">
        <p>
          A channel that is limited to projects gets the events of these projects. The filter judges only
          events that have a <code>projectId</code>; one that concerns the whole workspace, such as{" "}
          <EventLink type="team.member.role_changed" />, passes it and is judged by its type alone.
        </p>
        <p>
          Why a channel did not get an event is kept with the event:{" "}
          <DocsLink page="errors" section="routing">
            the three reasons
          </DocsLink>
          .
        </p>
      </Section>
      <Section id="tests">
        <p>
          A test goes to the one channel that you chose, carries <code>x-carillon-test: 1</code>, is not
          retried and does not count for the channel&apos;s health. You see the real answer: status, body and
          time. A channel can be tested before it is saved, and while it is disabled.
        </p>
      </Section>
      <Section id="health">
        <p>
          A channel is <strong>healthy</strong> when its last delivery arrived and <strong>failing</strong>{" "}
          when at least the last one did not. After {env().AUTO_DISABLE_AFTER} deliveries in a row that
          failed, the first of them at least {duration(env().AUTO_DISABLE_MIN_AGE)} ago, or at once when the
          receiver answers 410, it is switched off. One success in between starts the count anew.
        </p>
        <Note title="Nothing is lost for good">
          <p>
            Enabling the channel again offers to send what it missed. See{" "}
            <DocsLink page="retries" section="redelivery">
              sending again
            </DocsLink>
            .
          </p>
        </Note>
      </Section>
    </Page>
  );
}

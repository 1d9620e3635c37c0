import { BellRing, BookOpenCheck, FileJson, KeyRound, ListTree, Rocket } from "lucide-react";
import { DocsLink } from "@/components/docs/docs-link";
import { PageCards } from "@/components/docs/page-cards";
import { writtenPage } from "./_docs/written-page";

const docs = writtenPage("overview");
const { Page, Section } = docs;

export const metadata = docs.metadata;

export default function OverviewPage() {
  return (
    <Page>
      <PageCards
        cards={[
          { page: "quickStart", icon: Rocket },
          { page: "sendingEvents", icon: BellRing },
          { page: "events", icon: ListTree },
          { page: "signatures", icon: KeyRound },
          { page: "retries", icon: BookOpenCheck },
          { page: "api", icon: FileJson },
        ]}
      />
      <Section id="parts">
        <p>
          A service of yours reports an <strong>event</strong>: one thing that happened, such as a learner who
          passed or a form that was sent in. Carillon stores it, answers, and then looks at every{" "}
          <strong>channel</strong> of the workspace. A channel is one destination, a provider with an address
          and filters. Where the filters match, a <strong>delivery</strong> begins: this event for this
          channel. Each try of it is an <strong>attempt</strong>, one HTTP request, kept with what was sent
          and what came back.
        </p>
        <p>
          Microsoft Teams gets an Adaptive Card and Slack a Block Kit message; a webhook gets the event itself
          as signed JSON. The <DocsLink page="events">catalogue</DocsLink> shows all three for every event
          type.
        </p>
      </Section>
      <Section id="promises">
        <ul>
          <li>
            <strong>Accepted means stored.</strong> The API answers once the event is on disk. Slow or dead
            receivers never slow down your service.
          </li>
          <li>
            <strong>At least once.</strong> A delivery is tried until the receiver takes it or the{" "}
            <DocsLink page="retries" section="schedule">
              schedule
            </DocsLink>{" "}
            is used up. It may arrive twice, always under the same id:{" "}
            <DocsLink page="idempotency">handle repeats</DocsLink>.
          </li>
          <li>
            <strong>Signed.</strong> Every webhook carries <DocsLink page="signatures">signatures</DocsLink>{" "}
            that prove where it comes from and when.
          </li>
          <li>
            <strong>Explained.</strong> For every event the log says whether it was reported, which channels
            it matched and which rule turned the others down, what failed before sending, and what the
            receiver answered.
          </li>
        </ul>
      </Section>
    </Page>
  );
}

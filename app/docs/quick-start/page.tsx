import { CodeSample } from "@/components/docs/code-sample";
import { DocsLink } from "@/components/docs/docs-link";
import { Note } from "@/components/docs/note";
import { origin } from "../_docs/origin";
import { SnippetTabs } from "../_docs/snippet-sample";
import { writtenPage } from "../_docs/written-page";

const docs = writtenPage("quickStart");
const { Page, Section } = docs;

export const metadata = docs.metadata;

export default function QuickStartPage() {
  return (
    <Page>
      <Section id="start">
        <p>
          With Node 20.20 or later on Linux or macOS, in the folder of the repository. Nothing else has to be
          installed: a PostgreSQL comes along.
        </p>
        <CodeSample title="Terminal" language="shellscript" code="npm ci && npm start" />
        <p>
          The first start builds the product and makes a demo workspace. It prints an address, a login and an
          API key; keep the key, it is shown this once. Sign in as <code>owner@acme.test</code> with{" "}
          <code>carillon-demo</code>.
        </p>
      </Section>
      <Section id="send">
        <p>Give the key to your shell, and report that a task was created:</p>
        <CodeSample
          title="Terminal"
          language="shellscript"
          code={`export CARILLON_URL=${origin()}\nexport CARILLON_API_KEY=ck_…`}
        />
        <SnippetTabs label="Send an event" names={["send-event.sh", "send-event.ts", "send_event.py"]} />
        <p>The answer comes as soon as the event is stored; delivery goes on by itself.</p>
        <CodeSample title="202 Accepted" language="json" code={'{ "id": "evt_…", "duplicate": false }'} />
        <p>
          Run it again: the id is the same and <code>duplicate</code> is <code>true</code>. The{" "}
          <DocsLink page="sendingEvents" section="idempotency">
            idempotency key
          </DocsLink>{" "}
          makes one event of both.
        </p>
      </Section>
      <Section id="watch">
        <p>
          The demo channels for Teams, Slack and webhooks lead to built-in{" "}
          <DocsLink page="localTesting" section="inspector">
            inspectors
          </DocsLink>
          , so nothing leaves your machine. In the product, open <strong>Deliveries</strong>: one line for
          each channel that the event matched, with the request and the answer of every attempt. The inspector
          of a channel shows the same from the other side, as the receiver got it.
        </p>
      </Section>
      <Section id="receive">
        <p>Start the local receiver. It prints every request and checks its signatures.</p>
        <CodeSample title="Second terminal" language="shellscript" code="npm run receiver -- --port 4000" />
        <p>Add a channel that leads there. The answer holds its signing secret, once.</p>
        <CodeSample title="Terminal" language="shellscript" code={ADD_CHANNEL} />
        <p>
          Start the receiver anew with the secret and send another event, or press <strong>Test</strong>{" "}
          beside the channel.
        </p>
        <CodeSample
          title="Second terminal"
          language="shellscript"
          code="WEBHOOK_SECRET=whsec_… npm run receiver -- --port 4000"
        />
        <Note title="127.0.0.1 is the server’s own machine">
          <p>
            Here both are the same. When Carillon runs elsewhere,{" "}
            <DocsLink page="localTesting" section="loopback">
              read this first
            </DocsLink>
            .
          </p>
        </Note>
      </Section>
      <Section id="next">
        <ul>
          <li>
            <DocsLink page="sendingEvents">Sending events</DocsLink> for the side that reports.
          </li>
          <li>
            <DocsLink page="signatures">Verifying signatures</DocsLink> and{" "}
            <DocsLink page="idempotency">handling repeats</DocsLink> for the side that receives.
          </li>
          <li>
            <DocsLink page="channels">Channels and filters</DocsLink> to bring in your real Teams and Slack.
          </li>
        </ul>
      </Section>
    </Page>
  );
}

const ADD_CHANNEL = `curl -sS "$CARILLON_URL/api/v1/channels" \\
  -H "Authorization: Bearer $CARILLON_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{ "kind": "chat", "provider": "webhook", "url": "http://127.0.0.1:4000/webhook" }'`;

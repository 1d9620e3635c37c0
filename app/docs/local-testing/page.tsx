import { CodeSample } from "@/components/docs/code-sample";
import { DataTable } from "@/components/docs/data-table";
import { DocsLink } from "@/components/docs/docs-link";
import { Note } from "@/components/docs/note";
import { receiverOutput } from "@/lib/docs/sample-request";
import { writtenPage } from "../_docs/written-page";

const docs = writtenPage("localTesting");
const { Page, Section } = docs;

export const metadata = docs.metadata;

export default function LocalTestingPage() {
  return (
    <Page>
      <Section id="receiver">
        <p>
          A small server on your machine that prints every request. With the channel&apos;s secret in the
          environment it checks the signatures as well.
        </p>
        <CodeSample
          title="Terminal"
          language="shellscript"
          code="WEBHOOK_SECRET=whsec_… npm run receiver -- --port 4000"
        />
        <CodeSample title="What it prints" language="text" code={receiverOutput().trimEnd()} />
        <p>
          Add a webhook channel with <code>http://127.0.0.1:4000/webhook</code>, or take that address for a
          Teams or Slack channel to see their bodies: addresses on the{" "}
          <DocsLink page="deployment" section="egress">
            allow-list
          </DocsLink>{" "}
          need not be Microsoft&apos;s or Slack&apos;s.
        </p>
      </Section>
      <Section id="failures">
        <DataTable
          label="Options of the receiver"
          columns={["Option", "What it does"]}
          rows={[
            {
              cells: [<code key="o">--port 4000</code>, "Where to listen on 127.0.0.1; 0 takes a free port."],
            },
            {
              cells: [
                <code key="o">--status 503,503,200</code>,
                "What to answer, one request after another; the last one stays.",
              ],
            },
            {
              cells: [
                <code key="o">--delay 0,12000</code>,
                "Milliseconds to wait before each answer. Beyond ten seconds Carillon stops waiting.",
              ],
            },
          ]}
        />
        <p>
          To see a whole <DocsLink page="retries">schedule</DocsLink> in seconds, start Carillon with short
          waits:
        </p>
        <CodeSample title="Terminal" language="shellscript" code="RETRY_SCHEDULE=1,1,2,2,4 npm start" />
      </Section>
      <Section id="inspector">
        <p>
          A receiver that is built into Carillon: it has an address that nobody can guess, keeps what arrives,
          and shows it while you watch, drawn as Teams or Slack would and with the signatures checked. Choose
          it in the form of any channel instead of an address. Its page lets you say what it answers: status,
          delay (up to 15 seconds) and body. It forwards nothing, and old requests are removed.
        </p>
        <p>
          The four channels of the demo workspace lead to inspectors. Whoever has the address of an inspector
          can read it, so do not send it real people&apos;s data.
        </p>
      </Section>
      <Section id="loopback">
        <p>
          <code>127.0.0.1</code> and <code>localhost</code> always mean the machine that opens the connection.
          It is Carillon&apos;s server that calls your endpoint, not your browser:
        </p>
        <ul>
          <li>
            <strong>Carillon runs on your laptop:</strong> 127.0.0.1 is your laptop, and a receiver there is
            reached. This is allowed by default as long as only you can reach Carillon.
          </li>
          <li>
            <strong>Carillon runs elsewhere:</strong> 127.0.0.1 is <em>that</em> machine. Your receiver is not
            there; the attempt ends with <code>address_blocked</code>, or <code>connection_refused</code>{" "}
            where loopback is allowed.
          </li>
          <li>
            <strong>In containers</strong> each has a 127.0.0.1 of its own. Use the other container&apos;s
            name and put it on <code>EGRESS_ALLOW</code>.
          </li>
        </ul>
        <Note tone="careful" title="Why private addresses are refused">
          <p>
            Who may enter a URL could otherwise reach databases and metadata services inside the server&apos;s
            network. Every address that a name has is checked when the connection is made.
          </p>
        </Note>
      </Section>
      <Section id="tunnels">
        <p>
          When Carillon runs elsewhere, give your local receiver a public address with a tunnel (ngrok,
          cloudflared, or <code>ssh -R</code> to a host of yours) and save the tunnel&apos;s https address in
          the channel. Signatures fit through a tunnel as long as it does not touch the body.
        </p>
        <CodeSample
          title="Terminal"
          language="shellscript"
          code="cloudflared tunnel --url http://127.0.0.1:4000"
        />
        <p>A tunnel&apos;s address is often gone the next day. An inspector needs none.</p>
      </Section>
    </Page>
  );
}

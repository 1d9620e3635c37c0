import { CodeSample } from "@/components/docs/code-sample";
import { DataTable } from "@/components/docs/data-table";
import { DocsLink } from "@/components/docs/docs-link";
import { Note } from "@/components/docs/note";
import { SnippetTabs } from "../_docs/snippet-sample";
import { writtenPage } from "../_docs/written-page";

const docs = writtenPage("signatures");
const { Page, Section } = docs;

export const metadata = docs.metadata;

export default function SignaturesPage() {
  return (
    <Page>
      <Section id="rules">
        <ol>
          <li>
            <strong>Take the raw body.</strong> Sign what arrived, byte for byte, before any parsing. JSON
            that was parsed and written again looks the same and is not.
          </li>
          <li>
            <strong>Compare in constant time</strong>, with the function that your language has for it.
          </li>
          <li>
            <strong>Refuse what is old.</strong> Five minutes are enough for any network; a recorded request
            can&apos;t be used again later.
          </li>
          <li>
            <strong>Then answer 401 and stop.</strong> Do not say why.
          </li>
        </ol>
        <p>
          The secret looks like <code>whsec_</code> with 44 characters behind it. It is shown once, when the
          channel is made or the secret replaced.
        </p>
      </Section>
      <Section id="choose">
        <p>Every webhook carries all three signatures. Check one; the first two know when they were made.</p>
        <DataTable
          label="The three signatures"
          columns={["Header", "What is signed", "Key", "Written as", "Age"]}
          rows={[
            {
              cells: [
                <code key="h">x-aamu-signature</code>,
                <code key="s">{"<t>.<body>"}</code>,
                "the secret as text",
                "hex",
                "milliseconds",
              ],
            },
            {
              cells: [
                <code key="h">webhook-signature</code>,
                <code key="s">{"<id>.<timestamp>.<body>"}</code>,
                <>
                  the bytes that the part behind <code>whsec_</code> stands for
                </>,
                "base64",
                "seconds",
              ],
            },
            {
              cells: [
                <code key="h">x-aimee-signature</code>,
                <code key="s">{"<body>"}</code>,
                "the secret as text",
                "hex",
                "none",
              ],
            },
          ]}
        />
        <Note tone="careful" title="Two ways to read one secret">
          <p>
            For the first and the last, the key is the secret as you see it: the UTF-8 bytes of the whole
            text, <code>whsec_</code> included. Standard Webhooks decodes the part behind the prefix from
            base64 first. This is the most common reason why a signature does not match.
          </p>
        </Note>
      </Section>
      <Section id="aamu">
        <CodeSample
          title="Header"
          language="text"
          code="x-aamu-signature: t=1780670836831,v1=f3056005aa0d…"
        />
        <p>
          <code>t</code> is the time of the attempt in Unix milliseconds. Each <code>v1</code> is the
          HMAC-SHA256 of <code>t</code>, a dot and the body. Libraries written for the like-looking header of
          payment providers read <code>t</code> as seconds and would never find a request too old: check the
          age yourself.
        </p>
        <SnippetTabs
          label="Verify x-aamu-signature"
          names={["verify-aamu.ts", "verify_aamu.py", "verify-aamu.sh"]}
        />
      </Section>
      <Section id="standard">
        <CodeSample
          title="Headers"
          language="text"
          code={
            "webhook-id: whd_019e9a4c-2b3f-7d10-b6c4-5e7a9f8b1c2d\nwebhook-timestamp: 1780670836\nwebhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4="
          }
        />
        <p>
          These three follow the{" "}
          <a href="https://www.standardwebhooks.com" rel="noreferrer">
            Standard Webhooks
          </a>{" "}
          specification, so that any of its libraries, there is one for most languages, verifies our requests
          with the secret as it is. Without a library:
        </p>
        <SnippetTabs
          label="Verify webhook-signature"
          names={["verify-standard.ts", "verify_standard.py", "verify-standard.sh"]}
        />
      </Section>
      <Section id="aimee">
        <p>
          The lower-case hex HMAC-SHA256 of the body, for receivers that know no other. It carries no time:
          who has recorded a request can send it again for ever. Prefer one of the others, or at least{" "}
          <DocsLink page="idempotency">remember delivery ids</DocsLink>.
        </p>
        <SnippetTabs
          label="Verify x-aimee-signature"
          names={["verify-aimee.ts", "verify_aimee.py", "verify-aimee.sh"]}
        />
      </Section>
      <Section id="module">
        <p>
          The{" "}
          <DocsLink page="sendingEvents" section="client">
            client module
          </DocsLink>{" "}
          has a <code>verify</code> that does all of this: it takes the headers and the raw body of any
          framework and one secret or several, checks the Standard Webhooks headers or else{" "}
          <code>x-aamu-signature</code>, and returns the parsed event with its delivery id. What is not
          genuine throws a <code>WebhookVerificationError</code>. A complete receiver is under{" "}
          <DocsLink page="idempotency" section="receiver">
            Handling repeats
          </DocsLink>
          .
        </p>
      </Section>
      <Section id="rotation">
        <p>
          Replace a secret in the channel&apos;s settings or with{" "}
          <code>POST /api/v1/channels/&#123;id&#125;/secret/rotate</code>. For 24 hours both sign, so that
          nothing is refused while you bring the new one to your servers:
        </p>
        <ul>
          <li>
            <code>x-aamu-signature</code> has two <code>v1</code> entries and <code>webhook-signature</code>{" "}
            two values, the new secret&apos;s first. One that fits is enough; the code above does so.
          </li>
          <li>
            <code>x-aimee-signature</code> has room for one: it is made with the new secret from the first
            request on.
          </li>
        </ul>
        <p>
          Was the old secret stolen? End the overlap in the channel&apos;s settings, and it stops signing at
          once.
        </p>
      </Section>
      <Section id="trouble">
        <ul>
          <li>
            <strong>The body was changed on the way.</strong> Frameworks parse JSON before you see it;
            gateways add or remove white space. Compare its length with <code>content-length</code>.
          </li>
          <li>
            <strong>It is another channel&apos;s secret</strong>, or one from before the last rotation. Every
            channel has its own.
          </li>
          <li>
            <strong>The key was read the other way:</strong> as text or from base64, see above.
          </li>
          <li>
            <strong>The clock is wrong.</strong> If only the age fails, look at your server&apos;s time.
          </li>
        </ul>
        <p>
          An{" "}
          <DocsLink page="localTesting" section="inspector">
            inspector
          </DocsLink>{" "}
          shows a request with its signatures checked; <code>WEBHOOK_SECRET=whsec_… npm run receiver</code>{" "}
          does it in a terminal.
        </p>
      </Section>
    </Page>
  );
}

import Link from "next/link";
import { CodeSample } from "@/components/docs/code-sample";
import { DataTable } from "@/components/docs/data-table";
import { CodeLink, DocsLink } from "@/components/docs/docs-link";
import { docsRoute } from "@/components/docs/docs-route";
import { MethodBadge } from "@/components/docs/method-badge";
import { DEFAULT_LIMIT, MAX_LIMIT } from "@/lib/api/schemas/common";
import { tagSlug } from "@/lib/docs/pages/api-pages";
import { docsPages } from "@/lib/docs/pages/pages";
import { taggedOperations } from "../_docs/api";
import { origin } from "../_docs/origin";
import { writtenPage } from "../_docs/written-page";

const docs = writtenPage("api");
const { Page, Section } = docs;

export const metadata = docs.metadata;

export default function ApiPage() {
  return (
    <Page>
      <Section id="basics">
        <CodeSample title="Base address" language="text" code={`${origin()}/api/v1`} />
        <p>
          Requests and answers are JSON in UTF-8. Times are ISO 8601, in UTC in answers. Ids are opaque. What
          does not exist and what belongs to another workspace answer alike: 404. The document that this
          reference is drawn from, with every event type under <code>webhooks</code>, is at{" "}
          <a href="/api/v1/openapi.json">/api/v1/openapi.json</a> (OpenAPI 3.1); generators and API tools read
          it.
        </p>
      </Section>
      <Section id="authentication">
        <p>
          Every call but that of the document needs an{" "}
          <DocsLink page="sendingEvents" section="keys">
            API key
          </DocsLink>{" "}
          of one workspace with the scope that stands beside the call.
        </p>
        <CodeSample
          title="Terminal"
          language="shellscript"
          code={`curl -sS ${origin()}/api/v1/channels \\\n  -H "Authorization: Bearer $CARILLON_API_KEY"`}
        />
      </Section>
      <Section id="paging">
        <p>
          Lists are newest first and answer <code>{"{ data, nextCursor }"}</code>. <code>limit</code> is{" "}
          {DEFAULT_LIMIT} unless told, {MAX_LIMIT} at most. Pass <code>nextCursor</code> as{" "}
          <code>cursor</code> for the next page; on the last page it is <code>null</code>. What comes in
          meanwhile does not shift the pages.
        </p>
      </Section>
      <Section id="refusals">
        <p>
          A request can be wrong in several ways at once. The answer tells the first of these that holds, so
          that tests can rely on it:
        </p>
        <ol>
          <li>no key or one that does not count (401), scope (403), rate (429)</li>
          <li>content type (415), size of the request (413)</li>
          <li>not JSON (400), JSON that can&apos;t be kept (422), size of an event (413)</li>
          <li>fields, event type, project (422), then conflicts (409)</li>
        </ol>
        <p>
          While the database is away the answer is 503 with <CodeLink code="unavailable" /> and{" "}
          <code>Retry-After</code>. All codes are under{" "}
          <DocsLink page="errors" section="problems">
            Errors
          </DocsLink>
          .
        </p>
      </Section>
      <Section id="calls">
        {taggedOperations().map(({ tag, operations }) => (
          <DataTable
            key={tag}
            label={tag}
            even
            columns={[tag, "Call"]}
            rows={operations.map(({ id, method, path, summary }) => ({
              cells: [
                <Link
                  key="call"
                  href={docsRoute(`${docsPages.api.path}/${tagSlug(tag)}#${id}`)}
                  prefetch={false}
                >
                  {summary}
                </Link>,
                <span key="path" className="flex items-center gap-2 font-mono text-xs">
                  <MethodBadge method={method} />
                  <span className="min-w-40 break-all">{path}</span>
                </span>,
              ],
            }))}
          />
        ))}
      </Section>
    </Page>
  );
}

import MarkdownIt from "markdown-it";
import { changelog } from "@/lib/docs/snippets/files";
import { writtenPage } from "../_docs/written-page";

const docs = writtenPage("changelog");
const { Page } = docs;

export const metadata = docs.metadata;

/** CHANGELOG.md, but for its title, which the page has already. HTML in it would be shown as text. */
export default function ChangelogPage() {
  const text = changelog().replace(/^# .*\n/, "");
  const html = new MarkdownIt({ html: false }).render(text);
  return (
    <Page>
      <div className="docs-flow" dangerouslySetInnerHTML={{ __html: html }} />
    </Page>
  );
}

import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Heading } from "@/components/docs/heading";
import { docsPage, groupOf, type DocsPageKey, type SectionOf } from "@/lib/docs/pages/pages";
import { DocsArticle } from "./docs-article";

/** The frame of a written page. Its sections are those that the list of pages names: another one does not compile. */
export function writtenPage<Key extends DocsPageKey>(key: Key) {
  const page = docsPage(key);
  const metadata: Metadata = { title: page.title, description: page.summary };
  const Page = ({ children }: { children: ReactNode }) => (
    <DocsArticle page={page} group={groupOf(key)}>
      {children}
    </DocsArticle>
  );
  const Section = ({ id, children }: { id: SectionOf<Key>; children: ReactNode }) => (
    <section aria-labelledby={id} className="docs-flow">
      <Heading id={id}>{page.sections[id]}</Heading>
      {children}
    </section>
  );
  return { metadata, Page, Section };
}

import { ArrowLeft, ArrowRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { DocsPage } from "@/lib/docs/pages/page";
import { docsRoute } from "./docs-route";
import { OnThisPage } from "./on-this-page";

interface ArticleProps {
  page: DocsPage;
  /** The heading of the navigation that it stands under. */
  group: string;
  /** The title as drawn, where it is more than its text. */
  title?: ReactNode;
  previous: DocsPage | undefined;
  next: DocsPage | undefined;
  children: ReactNode;
}

/** A page of the documentation: title, text, its contents at the side, and the way on. */
export function Article({ page, group, title, previous, next, children }: ArticleProps) {
  const sections = Object.entries(page.sections).map(([id, text]) => ({ id, title: text }));
  return (
    <div className="xl:grid xl:grid-cols-[minmax(0,1fr)_13rem] xl:gap-10">
      <article className="docs-prose mx-auto w-full max-w-3xl min-w-0">
        <header>
          <p className="docs-eyebrow">{group}</p>
          <h1>{title ?? page.title}</h1>
          <p className="docs-lead">{page.summary}</p>
        </header>
        {sections.length > 2 && (
          <details className="docs-fold mb-8 xl:hidden">
            <summary>On this page</summary>
            <ul className="grid gap-1 px-3.5 pb-3 text-sm">
              {sections.map(({ id, title: text }) => (
                <li key={id}>
                  <a href={`#${id}`} className="text-accent">
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        )}
        {children}
        <nav
          aria-label="Next pages"
          className="docs-onward mt-14 grid gap-3 border-t border-line pt-6 sm:grid-cols-2"
        >
          {previous && <Onward page={previous} direction="previous" />}
          {next && <Onward page={next} direction="next" />}
        </nav>
      </article>
      <div className="hidden xl:block">
        <div className="sticky top-14 max-h-[calc(100dvh-3.5rem)] overflow-y-auto py-10">
          <OnThisPage sections={sections} />
        </div>
      </div>
    </div>
  );
}

function Onward({ page, direction }: { page: DocsPage; direction: "previous" | "next" }) {
  const Icon = direction === "next" ? ArrowRight : ArrowLeft;
  return (
    <Link
      href={docsRoute(page.path)}
      prefetch={false}
      data-direction={direction}
      className="flex items-center gap-3 rounded-lg border border-line px-4 py-3 transition-colors hover:border-line-strong hover:bg-raised/60 data-[direction=next]:flex-row-reverse data-[direction=next]:text-right sm:data-[direction=next]:col-start-2"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-ink-3" />
      <span className="min-w-0">
        <span className="block text-xs text-ink-3">{direction === "next" ? "Next" : "Previous"}</span>
        <span className="block truncate font-medium text-ink">{page.title}</span>
      </span>
    </Link>
  );
}

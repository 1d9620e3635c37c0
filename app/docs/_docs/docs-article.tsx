import type { ReactNode } from "react";
import { Article } from "@/components/docs/article";
import { allPages, neighbours } from "@/lib/docs/pages/navigation";
import type { DocsPage } from "@/lib/docs/pages/page";
import { taggedOperations } from "./api";

interface DocsArticleProps {
  page: DocsPage;
  group: string;
  title?: ReactNode;
  children: ReactNode;
}

/** A page with its place in the reading order. */
export function DocsArticle({ page, group, title, children }: DocsArticleProps) {
  return (
    <Article page={page} group={group} title={title} {...neighbours(allPages(taggedOperations()), page.path)}>
      {children}
    </Article>
  );
}

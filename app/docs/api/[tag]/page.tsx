import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Operation } from "@/components/docs/operation";
import { API_EXAMPLES } from "@/lib/docs/api/api-examples";
import { curlOf } from "@/lib/docs/api/curl";
import type { OperationDocs } from "@/lib/docs/api/operations";
import { API_TAGS, apiPage, isApiTag, tagSlug, type ApiTag } from "@/lib/docs/pages/api-pages";
import { docsPages, groupOf } from "@/lib/docs/pages/pages";
import { taggedOperations } from "../../_docs/api";
import { DocsArticle } from "../../_docs/docs-article";
import { origin } from "../../_docs/origin";

interface ApiTagPageProps {
  params: Promise<{ tag: string }>;
}

export async function generateMetadata({ params }: ApiTagPageProps): Promise<Metadata> {
  const found = findTag((await params).tag);
  return found ? { title: `${found.tag} API`, description: API_TAGS[found.tag] } : {};
}

export default async function ApiTagPage({ params }: ApiTagPageProps) {
  const found = findTag((await params).tag);
  if (!found) notFound();
  const { tag, operations } = found;
  return (
    <DocsArticle page={apiPage(tag, operations)} group={`${groupOf("api")} · ${docsPages.api.title}`}>
      {operations.map((operation) => {
        const example = API_EXAMPLES[operation.id] ?? {};
        return (
          <Operation
            key={operation.id}
            operation={operation}
            command={curlOf(operation, example, origin())}
            answer={example.answer}
          />
        );
      })}
    </DocsArticle>
  );
}

function findTag(slug: string): { tag: ApiTag; operations: readonly OperationDocs[] } | undefined {
  const found = taggedOperations().find(({ tag }) => tagSlug(tag) === slug);
  return found && isApiTag(found.tag) ? { tag: found.tag, operations: found.operations } : undefined;
}

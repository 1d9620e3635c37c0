import { PROBLEMS } from "@/lib/api/problem-codes";
import { environmentDocs } from "@/lib/docs/environment";
import { docsPages } from "@/lib/docs/pages/pages";
import { searchIndex } from "@/lib/docs/search/search-index";
import { taggedOperations } from "../_docs/api";

/** What the search of the documentation looks through; fetched when a reader opens it. */
export function GET(): Response {
  const problems = Object.entries(PROBLEMS).map(([code, { title }]) => ({ code, title }));
  const variables = environmentDocs().flatMap(({ variables: described }) =>
    described.map(({ name, description }) => ({
      name,
      description,
      path: `${docsPages.configuration.path}#${name}`,
    })),
  );
  const entries = searchIndex({ api: taggedOperations(), problems, variables });
  return Response.json(entries, { headers: { "cache-control": "public, max-age=300" } });
}

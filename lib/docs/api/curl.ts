import type { ApiExample } from "./api-examples";
import type { OperationDocs } from "./operations";

/** A shell command that makes a call with its example. */
export function curlOf(operation: OperationDocs, example: ApiExample, origin: string): string {
  const path = operation.path.replace("{id}", example.id ?? "");
  const query = example.query === undefined ? "" : `?${new URLSearchParams(example.query).toString()}`;
  const hasBody = example.request !== undefined;
  // curl takes GET by itself, and POST where there is a body.
  const implied = operation.method === (hasBody ? "POST" : "GET");
  const body = !hasBody
    ? []
    : ['-H "Content-Type: application/json"', `-d ${shellQuote(JSON.stringify(example.request, null, 2))}`];
  const parts = [
    `curl -sS ${quotedAddress(`${origin}${path}${query}`)}`,
    ...(implied ? [] : [`-X ${operation.method}`]),
    '-H "Authorization: Bearer $CARILLON_API_KEY"',
    ...body,
  ];
  return parts.join(" \\\n  ");
}

/** Single quotes keep everything literal; a quote itself is closed, escaped and opened again. */
export const shellQuote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** `?` and `&` mean something to a shell. */
const quotedAddress = (url: string): string => (/[?&]/.test(url) ? shellQuote(url) : url);

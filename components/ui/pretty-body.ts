/** A body for reading, as a CodeBlock takes it: JSON indented, anything else as it is. */
export function prettyBody(body: string): { code: string; language: "json" | "text" } {
  try {
    return { code: JSON.stringify(JSON.parse(body), null, 2), language: "json" };
  } catch {
    return { code: body, language: "text" };
  }
}

/** A shell command that repeats the request byte for byte. */
export function toCurl(url: string, headers: Record<string, string>, body: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`);
  return [`curl -X POST ${quote(url)}`, ...lines, `--data-binary ${quote(body)}`].join(" \\\n  ");
}

/** Single quotes keep everything literal; a quote itself is closed, escaped and opened again. */
const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

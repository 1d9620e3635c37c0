/** A shell command that repeats the request byte for byte. */
export function toCurl(url: string, headers: Record<string, string>, body: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `-H ${shellQuoted(`${name}: ${value}`)}`);
  return [`curl -X POST ${shellQuoted(url)}`, ...lines, `--data-binary ${shellQuoted(body)}`].join(" \\\n  ");
}

/** Single quotes keep everything literal; a quote itself is closed, escaped and opened again. */
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

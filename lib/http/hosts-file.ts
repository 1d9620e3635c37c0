import { readFile } from "node:fs/promises";
import { isLiteral } from "./literal";

const HOSTS_FILE = process.platform === "win32" ? "C:\\Windows\\System32\\drivers\\etc\\hosts" : "/etc/hosts";
const MAX_AGE_MS = 5_000;

let cached: { names: Promise<Map<string, string[]>>; readAt: number } | undefined;

/** The addresses that this machine's hosts file gives a name; none when it doesn't mention it or can't be read. */
export async function addressesInHostsFile(host: string): Promise<string[]> {
  const now = performance.now();
  if (!cached || now - cached.readAt > MAX_AGE_MS) {
    cached = { names: readFile(HOSTS_FILE, "utf8").then(parseHosts, () => new Map()), readAt: now };
  }
  return (await cached.names).get(host) ?? [];
}

/** Names, lower case, and their addresses in the order of the file. */
export function parseHosts(text: string): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const line of text.split(/\r?\n/)) {
    const [address = "", ...aliases] = line.replace(/#.*/, "").trim().split(/\s+/);
    if (!isLiteral(address)) continue;
    for (const alias of aliases.map((name) => name.toLowerCase())) {
      names.set(alias, [...(names.get(alias) ?? []), address]);
    }
  }
  return names;
}

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The files that pages show as they are and that tests run. */
export const SNIPPETS = [
  "verify-aamu.ts",
  "verify_aamu.py",
  "verify-aamu.sh",
  "verify-standard.ts",
  "verify_standard.py",
  "verify-standard.sh",
  "verify-aimee.ts",
  "verify_aimee.py",
  "verify-aimee.sh",
  "receiver.ts",
  "receiver.py",
  "inbox.sql",
  "send-event.ts",
  "send_event.py",
  "send-event.sh",
  "outbox.ts",
] as const;
export type SnippetName = (typeof SNIPPETS)[number];

/** The text of a snippet, without the line break at its end. */
export const snippet = (name: SnippetName): string =>
  readFileSync(join(process.cwd(), "docs", "snippets", name), "utf8").trimEnd();

/** The changelog as it lies beside the README: Markdown. */
export const changelog = (): string => readFileSync(join(process.cwd(), "CHANGELOG.md"), "utf8");

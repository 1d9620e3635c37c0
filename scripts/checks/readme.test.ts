import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { COMPOSE, DUMP, RESTORE } from "@/app/docs/deployment/commands";
import { newSecret, signWebhook } from "@/lib/http/sign";
import manifest from "@/package.json";
import { withConfigurationTable } from "./configuration-table";

const readme = readFileSync(join(import.meta.dirname, "..", "..", "README.md"), "utf8");

test("the README names every environment variable as it is (npm run readme writes it so)", () => {
  expect(readme).toContain("`DATABASE_URL`");
  expect(withConfigurationTable(readme)).toBe(readme);
});

test("every npm command in the README exists", () => {
  const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? "");
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
});

test("every secret that the composition asks for is written by the command that the README and the docs give", () => {
  const compose = readFileSync(join(import.meta.dirname, "..", "..", "compose.yml"), "utf8");
  const wanted = new Set([...compose.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name));
  const written = [...COMPOSE.matchAll(/^(\w+)=\$\(openssl/gm)].map(([, name]) => name);
  expect([...wanted].sort()).toEqual(written.sort());
  expect(readme).toContain(COMPOSE);
});

test("the README and the docs make and restore backups with the same commands", () => {
  expect(readme).toContain(DUMP);
  expect(readme).toContain(RESTORE.split("\n").slice(0, 2).join("\n"));
});

test("the README's verification accepts what is sent, during a rotation too, and refuses what is not", async () => {
  const code = /```js\n([^]*?)```/.exec(readme)?.[1] ?? "";
  const folder = mkdtempSync(join(tmpdir(), "readme-"));
  const file = join(folder, "verify.mjs");
  writeFileSync(file, code);
  const { isGenuine } = (await import(pathToFileURL(file).href)) as {
    isGenuine(body: string, header: string, secret: string): boolean;
  };
  rmSync(folder, { recursive: true });
  const [secret, older, body] = [newSecret(), newSecret(), '{"id":"evt_1"}'];
  const header = (now: Date, secrets = [secret, older]) =>
    signWebhook({ body, deliveryId: "whd_1", secrets, now })["x-aamu-signature"] ?? "";
  expect(isGenuine(body, header(new Date()), secret)).toBe(true);
  expect(isGenuine(body, header(new Date()), older)).toBe(true);
  expect(isGenuine(`${body} `, header(new Date()), secret)).toBe(false);
  expect(isGenuine(body, header(new Date()), newSecret())).toBe(false);
  expect(isGenuine(body, header(new Date(Date.now() - 6 * 60_000)), secret)).toBe(false);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isGenuine as isGenuineAamu } from "@/docs/snippets/verify-aamu";
import { isGenuine as isGenuineAimee } from "@/docs/snippets/verify-aimee";
import { isGenuine as isGenuineStandard } from "@/docs/snippets/verify-standard";
import { newSecret, signWebhook } from "@/lib/http/sign";
import { requireProgram, shellAccepts, startPython, type PythonSnippets } from "./testing/run-snippet";

// What the pages tell readers to paste is run here against requests that the sender's own code has signed.

let pythonSnippets: PythonSnippets;

beforeAll(() => {
  requireProgram("python3", "--version", "Install Python 3.9 or later.");
  requireProgram("openssl", "version", "Install OpenSSL.");
  pythonSnippets = startPython();
});
afterAll(() => pythonSnippets.stop());

type Headers = Record<string, string>;
type Accepts = (headers: Headers, body: string, secret: string) => boolean | Promise<boolean>;

const one = (name: string) => (headers: Headers) => [headers[name] ?? ""];
const aamu = one("x-aamu-signature");
const aimee = one("x-aimee-signature");
const standard = (headers: Headers) =>
  ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => headers[name] ?? "");

const python =
  (module: string, values: (headers: Headers) => string[]): Accepts =>
  (headers, body, secret) =>
    pythonSnippets.accepts(module, values(headers), body, secret);
const shell =
  (file: string, values: (headers: Headers) => string[]): Accepts =>
  (headers, body, secret) =>
    shellAccepts(file, values(headers), body, secret);

const DATED: [string, Accepts][] = [
  [
    "verify-aamu.ts",
    (headers, body, secret) => isGenuineAamu(aamu(headers)[0] ?? "", Buffer.from(body), secret),
  ],
  ["verify_aamu.py", python("verify_aamu", aamu)],
  ["verify-aamu.sh", shell("verify-aamu.sh", aamu)],
  [
    "verify-standard.ts",
    (headers, body, secret) => {
      const [id = "", timestamp = "", signature = ""] = standard(headers);
      return isGenuineStandard({ id, timestamp, signature }, Buffer.from(body), secret);
    },
  ],
  ["verify_standard.py", python("verify_standard", standard)],
  ["verify-standard.sh", shell("verify-standard.sh", standard)],
];
const UNDATED: [string, Accepts][] = [
  [
    "verify-aimee.ts",
    (headers, body, secret) => isGenuineAimee(aimee(headers)[0] ?? "", Buffer.from(body), secret),
  ],
  ["verify_aimee.py", python("verify_aimee", aimee)],
  ["verify-aimee.sh", shell("verify-aimee.sh", aimee)],
];

/** Line breaks at the end and characters of several bytes are what a careless reader of bodies changes. */
const BODY = `{"type":"task.created","data":{"task":{"title":"Zoë’s “plan” 💥 100 % \\\\n"}}}\n\n`;
const secret = newSecret();
const MINUTE = 60_000;

const signed = (options: { secrets?: string[]; ageMs?: number } = {}): Headers =>
  signWebhook({
    body: BODY,
    deliveryId: "whd_019e9a4c-2b3f-7d10-b6c4-5e7a9f8b1c2d",
    secrets: options.secrets ?? [secret],
    now: new Date(Date.now() - (options.ageMs ?? 0)),
  });

/** Every header emptied, or with its last character but one replaced. */
const changed = (headers: Headers, change: (value: string) => string): Headers =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, change(value)]));
const corrupt = (value: string): string => {
  const at = value.length - 3;
  return value.slice(0, at) + (value[at] === "0" ? "1" : "0") + value.slice(at + 1);
};

describe.each([...DATED, ...UNDATED])("%s", (_, accepts) => {
  test("accepts what the sender signed", async () => {
    expect(await accepts(signed(), BODY, secret)).toBe(true);
  });

  test("refuses a body of which one byte is other, or from which the last line break is gone", async () => {
    expect(await accepts(signed(), BODY.replace("task.created", "task.deleted"), secret)).toBe(false);
    expect(await accepts(signed(), BODY.slice(0, -1), secret)).toBe(false);
  });

  test("refuses another secret, another signature and none", async () => {
    expect(await accepts(signed(), BODY, newSecret())).toBe(false);
    expect(await accepts(changed(signed(), corrupt), BODY, secret)).toBe(false);
    const unsigned = changed(signed(), () => "");
    expect(await accepts(unsigned, BODY, secret)).toBe(false);
  });
});

describe.each(DATED)("%s", (_, accepts) => {
  test("accepts within five minutes and refuses what is older, or from the future", async () => {
    expect(await accepts(signed({ ageMs: 4 * MINUTE }), BODY, secret)).toBe(true);
    expect(await accepts(signed({ ageMs: 6 * MINUTE }), BODY, secret)).toBe(false);
    expect(await accepts(signed({ ageMs: -6 * MINUTE }), BODY, secret)).toBe(false);
  });

  test("accepts old and new secret while one replaces the other", async () => {
    const next = newSecret();
    const headers = signed({ secrets: [next, secret] });
    expect(await accepts(headers, BODY, next)).toBe(true);
    expect(await accepts(headers, BODY, secret)).toBe(true);
    expect(await accepts(headers, BODY, newSecret())).toBe(false);
  });
});

describe.each(UNDATED)("%s", (_, accepts) => {
  test("knows no age, and during a rotation the new secret only", async () => {
    const next = newSecret();
    expect(await accepts(signed({ ageMs: 24 * 60 * MINUTE }), BODY, secret)).toBe(true);
    expect(await accepts(signed({ secrets: [next, secret] }), BODY, next)).toBe(true);
    expect(await accepts(signed({ secrets: [next, secret] }), BODY, secret)).toBe(false);
  });
});

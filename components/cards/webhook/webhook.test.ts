import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { expect, it } from "vitest";
import { newSecret, signWebhook } from "@/lib/http/sign";
import { toCurl } from "./curl";
import { signInBrowser } from "./signatures";

const deliveryId = "whd_0190f3c2-7a51-7cc3-98c4-dc0c0c07398f";

it("signs as the sender does, whatever the body and the secret", async () => {
  const secrets = fc.oneof(
    fc.constant(newSecret()),
    fc.string({ unit: "grapheme", minLength: 1 }),
    fc.string({ unit: "grapheme-ascii" }).map((text) => `whsec_${text}`),
    fc.base64String().map((text) => `whsec_${text}`),
  );
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme" }), secrets, async (body, secret) => {
      const now = new Date("2026-06-05T14:47:14.806Z");
      const signed = await signInBrowser({ body, deliveryId, secret, now });
      expect(signed).toEqual(signWebhook({ body, deliveryId, secrets: [secret], now }));
    }),
  );
});

it("is accepted by a Standard Webhooks library", async () => {
  const secret = newSecret();
  const body = JSON.stringify({ type: "task.created", title: "Zoë’s “plan”" });
  const headers = await signInBrowser({ body, deliveryId, secret, now: new Date() });
  expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
});

it("a curl command passes every byte through the shell untouched", () => {
  const body = `{"a":"it's $HOME \`id\` \\n \\"quoted\\" 💥","b":"line\\nbreak"}`;
  const command = toCurl("https://x.test/hook?a=1&b='2'", { "x-header": "it's" }, body);
  const printed = execFileSync("sh", ["-c", `curl() { printf '%s\\0' "$@"; }; ${command}`]).toString();
  expect(printed.split("\0").slice(0, -1)).toEqual([
    "-X",
    "POST",
    "https://x.test/hook?a=1&b='2'",
    "-H",
    "x-header: it's",
    "--data-binary",
    body,
  ]);
});

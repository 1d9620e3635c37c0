import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HIDDEN, isMasked, maskOf, maskUrl, redactHeaders } from "./mask";

const maskSecrets = (text: string, secrets: readonly string[]) => maskOf(secrets)(text);

describe("a masked URL", () => {
  test.each([
    ["https://hooks.slack.com/services/T000/B000/XXXXabcd", "https://hooks.slack.com/…abcd"],
    ["https://x.test:8443/a/long/path/1234?sig=secret#frag", "https://x.test:8443/…1234"],
    ["https://x.test/short/pat", "https://x.test/…"],
    ["https://x.test/exactly-12", "https://x.test/…"],
    ["https://x.test/exactly--12", "https://x.test/…--12"],
    ["https://x.test/?sig=secret", "https://x.test/…"],
    ["https://x.test", "https://x.test/…"],
    ["http://[2606:4700::1]:8080/0123456789ab", "http://[2606:4700::1]:8080/…89ab"],
    ["https://user:password@x.test/0123456789ab", "https://x.test/…89ab"],
    ["https://x.test:443/workflows/ab12", "https://x.test:443/…ab12"],
    ["http://x.test:80", "http://x.test:80/…"],
    ["https://[2606:4700::1]:443/0123456789ab", "https://[2606:4700::1]:443/…89ab"],
    ["https://[2606:4700::443]/0123456789ab", "https://[2606:4700::443]/…89ab"],
    ["https://X.Test/Path/Of/Case/AbCd?at=:443/", "https://x.test/…AbCd"],
    ["https://user:443@x.test/0123456789ab", "https://x.test/…89ab"],
    ["no url at all, but a secret", "…"],
  ])("of %s is %s", (url, masked) => {
    expect(maskUrl(url)).toBe(masked);
  });

  test("is recognised as masked, also after a parser encoded it; a real one is not", () => {
    const url = "https://hooks.slack.com/services/T000/B000/XXXXabcd?x=%E2%82%AC";
    expect(isMasked(maskUrl(url))).toBe(true);
    expect(isMasked(new URL(maskUrl(url)).href)).toBe(true);
    expect(isMasked(HIDDEN)).toBe(true);
    expect(isMasked(url)).toBe(false);
  });
});

const SLACK = "https://hooks.slack.com/services/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";
const TEAMS =
  "https://prod-1.westeurope.logic.azure.com:443/workflows/0af3c/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=Ab+c/dEf_gh-1%2B2=";
const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2La+/Sw==";
const HEADER = "Bearer crm-token/42+7";
const KNOWN = [SLACK, TEAMS, SECRET, HEADER];
const TOKEN = "x1Y2z3A4b5C6d7E8f9G0hIjK";

describe("an answer that echoes credentials", () => {
  const jsonEscaped = (text: string) => JSON.stringify(text).slice(1, -1).replaceAll("/", "\\/");
  const unicodeEscaped = (text: string) =>
    [...text].map((c) => (/\w/.test(c) ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)).join("");
  const htmlEscaped = (text: string) =>
    text.replace(/&/g, "&amp;").replace(/[/=+]/g, (c) => `&#x${c.charCodeAt(0).toString(16).toUpperCase()};`);
  const encodings: [string, (text: string) => string][] = [
    ["as they are", (text) => text],
    ["percent-encoded", encodeURIComponent],
    [
      "percent-encoded in lower case",
      (text) => encodeURIComponent(text).replace(/%../g, (c) => c.toLowerCase()),
    ],
    ["percent-encoded twice", (text) => encodeURIComponent(encodeURIComponent(text))],
    ["within JSON", jsonEscaped],
    ["within JSON within JSON", (text) => JSON.stringify(jsonEscaped(text)).slice(1, -1)],
    ["with escapes as .NET writes them", unicodeEscaped],
    ["percent-encoded within such JSON", (text) => unicodeEscaped(encodeURIComponent(text))],
    ["within HTML", htmlEscaped],
    ["in decimal HTML escapes", (text) => text.replace(/[/=+&]/g, (c) => `&#${c.charCodeAt(0)};`)],
    ["in capitals", (text) => text.toUpperCase()],
    ["in small letters", (text) => text.toLowerCase()],
  ];

  test.each(encodings)("%s keeps none of them", (_name, encode) => {
    for (const secret of [...KNOWN, SECRET.slice(6), TOKEN, "crm-token/42+7", "Ab+c/dEf_gh-1%2B2="]) {
      const masked = maskSecrets(`{"echo":"${encode(secret)}","error":"no"}`, KNOWN);
      expect(masked).toContain(HIDDEN);
      expect(masked.toLowerCase()).not.toContain(encode(secret).toLowerCase());
      expect(masked).toContain('"error":"no"');
    }
  });

  test("keeps everything around them as it was, other escapes included", () => {
    const around = (text: string) => `caf\u00e9 🎉 %41 \\u0041 &amp; "a\\"b" ${text} \\n %zz ü`;
    for (const [, encode] of encodings)
      expect(maskSecrets(around(encode(TOKEN)), KNOWN)).toBe(around(HIDDEN));
    expect(maskSecrets("schlüssel: J%C3%BCrgens-Token, J\u00fcrgens-Token", ["Jürgens-Token"])).toBe(
      `schlüssel: ${HIDDEN}, ${HIDDEN}`,
    );
  });

  test("hides path, query, signature and token on their own", () => {
    const teams = new URL(TEAMS);
    const echoes = [
      `Cannot POST ${teams.pathname}`,
      `query was ${teams.search}`,
      `sig=${teams.searchParams.get("sig") ?? ""}`,
      "raw sig: Ab+c/dEf_gh-1%2B2=",
      `token ${TOKEN} is unknown`,
      "workspace T024BE7LD",
    ];
    for (const echo of echoes) expect(maskSecrets(echo, KNOWN)).toContain(HIDDEN);
    expect(echoes.map((echo) => maskSecrets(echo, KNOWN)).join(" ")).not.toMatch(
      /dEf|x1Y2z3|T024|paths\/invoke/,
    );
  });

  test("hides a short path where it stands alone, and no ordinary words", () => {
    const known = ["https://crm.example/hook"];
    expect(maskSecrets("Cannot POST /hook", known)).toBe(`Cannot POST ${HIDDEN}`);
    expect(maskSecrets("see /hooks and webhook/hooking", known)).toBe("see /hooks and webhook/hooking");
    expect(maskSecrets("ok", ["https://crm.example/"])).toBe("ok");
    expect(maskSecrets("services and workflows were triggered", KNOWN)).toBe(
      "services and workflows were triggered",
    );
  });

  test("leaves a text without secrets as it is", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(maskSecrets(text, [])).toBe(text);
        expect(maskSecrets(text, [`${SECRET}${SLACK}`])).toBe(text);
      }),
    );
  });

  test("finds any secret within any text", () => {
    const token = fc.stringMatching(/^[A-Za-z0-9+/_.~-]{16,40}$/);
    fc.assert(
      fc.property(token, fc.string(), fc.string(), (secret, before, after) => {
        const known = [
          `https://x.example/hooks/${secret}?sig=${encodeURIComponent(secret)}`,
          `whsec_${secret}`,
          secret,
        ];
        expect(maskSecrets(`${before}${secret}${after}`, known)).not.toContain(secret);
        expect(maskSecrets(`${before}${encodeURIComponent(secret)}${after}`, known)).not.toContain(
          encodeURIComponent(secret),
        );
      }),
    );
  });

  test("is masked in time proportional to its length, whatever it contains", () => {
    const hostile = [
      "\\".repeat(65_536),
      "%25".repeat(20_000),
      `%${"25".repeat(30_000)}`,
      "https://hooks.slack.com/".repeat(2_500),
      "&#0".repeat(20_000),
    ];
    for (const text of hostile) {
      const start = performance.now();
      expect(maskSecrets(text + TOKEN, KNOWN).endsWith(HIDDEN)).toBe(true);
      expect(performance.now() - start).toBeLessThan(1_000);
    }
  });
});

describe("credentials that nobody said are secret", () => {
  const foreign = [
    ["a Slack address", "https://hooks.slack.com/services/T0FOREIGN/B0FOREIGN/abcdefghijklmnop"],
    ["a Slack trigger", "https://hooks.slack.com/triggers/T0FOREIGN/123456/abcdefghijklmnop"],
    ["a Teams workflow", TEAMS.replace(/sig=.*/, "sig=Zm9yZWlnbi1mb3JlaWdu")],
    [
      "a workflow of the new kind",
      "https://default0.a1.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/0f/triggers/manual/paths/invoke?sig=foreign-signature",
    ],
    ["a connector", "https://acme.webhook.office.com/webhookb2/1f2e3d4c@5b6a/IncomingWebhook/0a9b8c/7d6e5f"],
    ["a signing secret", "whsec_Zm9yZWlnbi1mb3JlaWduLWZvcmVpZ24="],
    ["an API key", "ck_0123456789abcdefABCDEF"],
  ] as const;

  test.each(foreign)("%s of somebody else is hidden, in any encoding", (_what, secret) => {
    const tail = secret.slice(-10, -2).toLowerCase();
    for (const encode of [
      (text: string) => text,
      encodeURIComponent,
      (text: string) => text.replaceAll("/", "\\/"),
      (text: string) => JSON.stringify(JSON.stringify({ text })),
      (text: string) => text.toUpperCase(),
    ]) {
      const masked = maskSecrets(`{"echo":"${encode(secret)}","error":"no"}`, KNOWN);
      expect(masked).toContain(HIDDEN);
      expect(masked.toLowerCase()).not.toContain(tail);
      expect(masked).toContain('"error":"no"');
    }
  });

  test("an API key is found behind an escape", () => {
    for (const before of ["%2F", "%22", "\\u0022", "%252F", "&#34;", "\\n", "\\\\t"])
      expect(maskSecrets(`${before}ck_0123456789abcdefABCDEF`, [])).toBe(`${before}${HIDDEN}`);
  });

  test("are not seen in ordinary words, or in addresses that let nobody in", () => {
    const text =
      "check_ack_callback_identification_number ck_short whsec_… https://hooks.slack.com/ see https://logic.azure.com and api.slack.com/docs/webhooks";
    expect(maskSecrets(text, KNOWN)).toBe(text);
  });

  test("cost no time in a text without them, and little in one that is all of their beginnings", () => {
    const known = ["whsec_c29tZS1zZWNyZXQtb2Ytb3Vycw==", "https://x.example/hooks/0123456789"];
    const ordinary = '{"ok":true,"id":"msg_01j9z3","received_at":"2026-03-01T12:00:00Z","callback":null}';
    const rounds = 20_000;
    // Processor time, in microseconds: that of the clock would be the machine's as well. One is usual.
    const { user, system } = process.cpuUsage();
    for (let round = 0; round < rounds; round++) maskSecrets(ordinary, known);
    const spent = process.cpuUsage({ user, system });
    expect((spent.user + spent.system) / rounds).toBeLessThan(10);
    for (const piece of ["ck_", "whsec_", "hooks.slack.com/", "logic.azure.com"]) {
      const begun = performance.now();
      maskSecrets(piece.repeat(65_536 / piece.length), known);
      expect(performance.now() - begun).toBeLessThan(1_000);
    }
  });
});

describe("recorded request headers", () => {
  test("show signatures and hide custom values, whatever the letter case", () => {
    expect(
      redactHeaders({ "X-Api-Key": "k", authorization: "Bearer x", "webhook-signature": "v1,abc" }, [
        "x-api-key",
        "Authorization",
      ]),
    ).toEqual({ "X-Api-Key": HIDDEN, authorization: HIDDEN, "webhook-signature": "v1,abc" });
  });
});

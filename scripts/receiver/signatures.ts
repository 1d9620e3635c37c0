import { createHmac, timingSafeEqual } from "node:crypto";

/** The verdict on one signature header; `absent` when the request has none of this name. */
export type Verdict = "valid" | "wrong" | "absent";

type Headers = Readonly<Record<string, string | undefined>>;

/** Checks every signature that a request carries against a channel's secret, from the raw body. */
export function checkSignatures(headers: Headers, body: string, secret: string): Record<string, Verdict> {
  return {
    "x-aamu-signature": dated(headers["x-aamu-signature"], body, secret),
    "x-aimee-signature": plain(headers["x-aimee-signature"], body, secret),
    "webhook-signature": standard(headers, body, secret),
  };
}

/** `t=<unix ms>,v1=<hex HMAC of "t.body">`, more than one v1 while a secret is being replaced. */
function dated(header: string | undefined, body: string, secret: string): Verdict {
  if (header === undefined) return "absent";
  const parts = header.split(",").map((part) => part.split("="));
  const time = parts.find(([name]) => name === "t")?.[1] ?? "";
  const expected = createHmac("sha256", secret).update(`${time}.${body}`).digest("hex");
  return verdict(parts.some(([name, value]) => name === "v1" && equal(value, expected)));
}

/** The hex HMAC of the body. */
function plain(header: string | undefined, body: string, secret: string): Verdict {
  if (header === undefined) return "absent";
  return verdict(equal(header, createHmac("sha256", secret).update(body).digest("hex")));
}

/** https://www.standardwebhooks.com: base64 HMAC of "id.timestamp.body", keyed with the decoded secret. */
function standard(headers: Headers, body: string, secret: string): Verdict {
  const header = headers["webhook-signature"];
  if (header === undefined) return "absent";
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signed = `${headers["webhook-id"] ?? ""}.${headers["webhook-timestamp"] ?? ""}.${body}`;
  const expected = `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
  return verdict(header.split(" ").some((value) => equal(value, expected)));
}

const verdict = (holds: boolean): Verdict => (holds ? "valid" : "wrong");

function equal(given: string | undefined, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ""), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

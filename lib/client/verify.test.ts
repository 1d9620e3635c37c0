import { describe, expect, it } from "vitest";
import { newSecret, signWebhook } from "@/lib/http/sign";
import { verify, WebhookVerificationError } from ".";

const secret = newSecret();
const now = new Date("2026-06-05T14:47:14.806Z");
const body = JSON.stringify({
  id: "evt_1",
  type: "task.created",
  createdAt: now.toISOString(),
  teamId: "ws",
  data: {},
});

const signed = (secrets = [secret]): Record<string, string> => ({
  "x-aamu-delivery-id": "whd_1",
  ...signWebhook({ body, deliveryId: "whd_1", secrets, now }),
});
const only = (...names: string[]) =>
  Object.fromEntries(Object.entries(signed()).filter(([name]) => names.includes(name)));
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "accepted",
    (error: unknown) => (error instanceof WebhookVerificationError ? error.code : String(error)),
  );

describe("verify", () => {
  it("accepts what the sender signs, from plain and from Fetch headers, and parses the event", async () => {
    const fromNode = await verify({ headers: signed(), body }, secret, { now });
    const fromFetch = await verify({ headers: new Headers(signed()), body: Buffer.from(body) }, secret, {
      now,
    });
    expect(fromNode).toEqual(fromFetch);
    expect(fromNode).toMatchObject({ deliveryId: "whd_1", test: false, event: { id: "evt_1" } });
  });

  it("accepts the dated signature where the Standard Webhooks headers were stripped", async () => {
    const headers = only("x-aamu-signature", "x-aamu-delivery-id");
    await expect(verify({ headers, body }, secret, { now })).resolves.toMatchObject({ deliveryId: "whd_1" });
  });

  it("accepts either secret during a rotation", async () => {
    const older = newSecret();
    const headers = signed([secret, older]);
    for (const known of [secret, older, [newSecret(), older]]) {
      await expect(codeOf(verify({ headers, body }, known, { now }))).resolves.toBe("accepted");
    }
  });

  it.each([
    ["a changed body", { headers: signed(), body: `${body} ` }, "no_matching_signature"],
    [
      "a cut signature",
      { headers: { ...signed(), "webhook-signature": signed()["webhook-signature"]?.slice(0, -8) }, body },
      "no_matching_signature",
    ],
    [
      "an empty signature",
      { headers: { ...signed(), "webhook-signature": "" }, body },
      "no_matching_signature",
    ],
    [
      "another delivery's id",
      { headers: { ...signed(), "webhook-id": "whd_2" }, body },
      "no_matching_signature",
    ],
    [
      "a time that is no number",
      { headers: { ...signed(), "webhook-timestamp": "soon" }, body },
      "malformed_signature",
    ],
    ["only the undated signature", { headers: only("x-aimee-signature"), body }, "missing_headers"],
    ["no signature at all", { headers: {}, body }, "missing_headers"],
  ])("refuses %s", async (_what, request, code) => {
    await expect(codeOf(verify(request, secret, { now }))).resolves.toBe(code);
  });

  it("refuses another secret and an empty one", async () => {
    await expect(codeOf(verify({ headers: signed(), body }, newSecret(), { now }))).resolves.toBe(
      "no_matching_signature",
    );
    await expect(codeOf(verify({ headers: signed(), body }, "whsec_", { now }))).resolves.toBe(
      "no_matching_signature",
    );
  });

  it("allows 300 seconds in both directions and not one more", async () => {
    // The signed time of the Standard Webhooks headers is cut to whole seconds.
    const exact = new Date(Math.floor(now.getTime() / 1000) * 1000);
    for (const [seconds, outcome] of [
      [299, "accepted"],
      [-299, "accepted"],
      [301, "timestamp_out_of_range"],
      [-301, "timestamp_out_of_range"],
    ] as const) {
      const at = new Date(exact.getTime() + seconds * 1000);
      await expect(codeOf(verify({ headers: signed(), body }, secret, { now: at }))).resolves.toBe(outcome);
    }
    await expect(
      codeOf(verify({ headers: signed(), body }, secret, { now: later(3000), toleranceSeconds: 3600 })),
    ).resolves.toBe("accepted");
  });
});

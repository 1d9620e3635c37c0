import { signWebhook } from "@/lib/http/sign";
import { SAMPLE_CREATED_AT, SAMPLE_DELIVERY_ID, SAMPLE_EVENT_ID, sampleBodies } from "./sample-delivery";

/** Nobody's secret. */
export const SAMPLE_SECRET = `whsec_${Buffer.from("an example secret of 32 letters!").toString("base64")}`;

/** A webhook request as it goes on the wire, signed by the code that signs real ones. */
export function sampleRequest(): { headers: Record<string, string>; body: string } {
  const { body } = sampleBodies("task.created").webhook;
  const now = new Date(SAMPLE_CREATED_AT);
  const headers = {
    "content-type": "application/json",
    "user-agent": "Aamu-Webhooks/1.0",
    "x-aamu-delivery-id": SAMPLE_DELIVERY_ID,
    "x-aamu-event-id": SAMPLE_EVENT_ID,
    "x-aamu-event-type": "task.created",
    ...signWebhook({ body, deliveryId: SAMPLE_DELIVERY_ID, secrets: [SAMPLE_SECRET], now }),
  };
  return { headers, body };
}

/** That request as `npm run receiver` prints it when it knows the secret. */
export function receiverOutput(): string {
  const { headers, body } = sampleRequest();
  const shown = ["x-aamu-event-type", "x-aamu-delivery-id", "x-aamu-signature"] as const;
  const checked = ["x-aamu-signature", "x-aimee-signature", "webhook-signature"];
  return [
    "--- webhook received ---",
    "POST /webhook",
    ...shown.map((name) => `${name}: ${headers[name]}`),
    "",
    JSON.stringify(JSON.parse(body), null, 2),
    "",
    ...checked.map((name) => `${name}: valid`),
    "",
  ].join("\n");
}

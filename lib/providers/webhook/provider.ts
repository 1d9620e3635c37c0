import { isSuccess, judgeStatus, succeeded } from "../status-policy";
import { toFieldErrors } from "../field-errors";
import type { Provider } from "../provider";
import { checkWebhookUrl } from "./check-url";
import { toPayload, type WebhookPayload, webhookPayloadSchema } from "./payload";

/**
 * The API takes events of 256 KiB; written anew, a number such as 1e20 is up to four times as long. An event that was
 * accepted is always sent whole.
 */
const MAX_BYTES = 2 * 1024 * 1024;

/** Webhook: the event itself as signed JSON. */
export const webhook: Provider<WebhookPayload> = {
  id: "webhook",
  label: "Webhook",
  maxBytes: MAX_BYTES,
  contentType: "application/json",
  signed: true,
  pace: null,
  render(event) {
    const payload = toPayload(event);
    return { payload, body: JSON.stringify(payload), warnings: [] };
  },
  validate: (payload) => toFieldErrors(webhookPayloadSchema.safeParse(payload)),
  checkUrl: checkWebhookUrl,
  judge: ({ status }) => (isSuccess(status) ? succeeded : judgeStatus(status)),
};

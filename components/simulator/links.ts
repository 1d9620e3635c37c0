import { asRecord, asRecords } from "@/components/cards/read";

/** Where a copied card can be pasted; it takes no payload in its address. */
export const CARD_DESIGNER_URL = "https://adaptivecards.microsoft.com/designer";

/** Slack's own tool with this message in it: what it draws is `blocks`, or `attachments` where a colour bar is used. */
export function blockKitBuilderUrl(payload: unknown): string {
  const message = asRecord(payload);
  const shown = {
    ...(message?.blocks !== undefined && { blocks: message.blocks }),
    ...(message?.attachments !== undefined && { attachments: message.attachments }),
  };
  return `https://app.slack.com/block-kit-builder/#${encodeURIComponent(JSON.stringify(shown))}`;
}

/** The card alone, as the Adaptive Cards Designer takes it: without the message around it. */
export const cardOf = (payload: unknown): unknown =>
  asRecords(asRecord(payload)?.attachments)[0]?.content ?? null;

/** What a webhook request carries besides its body, in the order in which it is shown. */
export function requestHeaders(input: {
  eventId: string;
  eventType: string;
  deliveryId: string;
  signatures: Record<string, string>;
}): Record<string, string> {
  return {
    "content-type": "application/json",
    "user-agent": "Aamu-Webhooks/1.0",
    "x-aamu-delivery-id": input.deliveryId,
    "x-aamu-event-id": input.eventId,
    "x-aamu-event-type": input.eventType,
    ...input.signatures,
  };
}

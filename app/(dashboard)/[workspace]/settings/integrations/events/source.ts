import type { EventSource } from "@/components/events/event-row";

/** Where an event came from; `keys` are the names of the workspace's API keys by id. */
export function sourceOf(
  event: { test: boolean; apiKeyId: string | null },
  keys: ReadonlyMap<string, string>,
): EventSource {
  if (event.test) return { kind: "test" };
  if (event.apiKeyId === null) return { kind: "product" };
  return { kind: "api_key", name: keys.get(event.apiKeyId) ?? event.apiKeyId };
}

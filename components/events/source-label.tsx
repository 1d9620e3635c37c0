import { Bell, FlaskConical, KeyRound } from "lucide-react";
import type { EventSource } from "./event-row";

const ICONS = { api_key: KeyRound, test: FlaskConical, product: Bell } as const;

/** Where an event came from: an API key's name, a test, or Carillon itself. */
export function SourceLabel({ source }: { source: EventSource }) {
  const Icon = ICONS[source.kind];
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Icon aria-hidden className="size-3.5 shrink-0 text-ink-3" />
      <span className="truncate">{nameOf(source)}</span>
    </span>
  );
}

function nameOf(source: EventSource): string {
  if (source.kind === "api_key") return source.name;
  return source.kind === "test" ? "Test" : "Carillon";
}

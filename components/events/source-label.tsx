import type { TextIcon } from "@/components/ui/text-icon";
import "@/components/ui/text-icon.css";
import type { EventSource } from "./event-row";

const ICONS = { api_key: "key-round", test: "flask-conical", product: "bell" } as const satisfies Record<
  EventSource["kind"],
  TextIcon
>;

/** Where an event came from: an API key's name, a test, or Carillon itself. */
export const SourceLabel = ({ source }: { source: EventSource }) => (
  <span
    data-icon={ICONS[source.kind]}
    className="flex min-w-0 items-center gap-1.5 [--icon-color:var(--ink-3)] [--icon-size:--spacing(3.5)]"
  >
    <span className="truncate">{nameOf(source)}</span>
  </span>
);

function nameOf(source: EventSource): string {
  if (source.kind === "api_key") return source.name;
  return source.kind === "test" ? "Test" : "Carillon";
}

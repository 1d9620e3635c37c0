import { ArrowRight, KeyRound, OctagonX } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { refusalAdvice, type RefusalAdvice } from "./refusal-advice";

/** What has become of the key that a refused call was made with. */
export type KeyState = "active" | "revoked" | "expired";

/** A refused ingestion: what the caller was told, and whose key it was. */
export interface Refusal {
  id: string;
  receivedAt: Date;
  /** The type that the call claimed; null for a batch, or when the call could not be read. */
  eventType: string | null;
  status: number;
  code: string;
  message: string;
  errors: { path: string; message: string }[];
  /** As it is now; null where the key is not known any more. */
  key: { name: string; state: KeyState } | null;
}

interface RefusalItemProps {
  refusal: Refusal;
  /** The pages that advice leads to. */
  places: Record<NonNullable<RefusalAdvice["place"]>, Route>;
}

/** One refusal with the error exactly as the caller got it, and what to do. */
export function RefusalItem({ refusal, places }: RefusalItemProps) {
  const advice = refusalAdvice(refusal);
  return (
    <article className="grid gap-2 px-4 py-3" aria-label={`${refusal.status} ${refusal.code}`}>
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5">
        <Badge tone="bad" className="tabular-nums">
          <OctagonX aria-hidden /> Refused {refusal.status}
        </Badge>
        <code className="font-mono text-xs text-ink">{refusal.code}</code>
        {refusal.eventType !== null && (
          <code className="max-w-full truncate font-mono text-xs text-ink-2">{refusal.eventType}</code>
        )}
        <KeyName refusalKey={refusal.key} />
        <RelativeTime
          at={refusal.receivedAt.toISOString()}
          className="ml-auto text-xs whitespace-nowrap text-ink-3"
        />
      </div>
      <p className="break-words text-ink">{refusal.message}</p>
      <ErrorList errors={refusal.errors} />
      <p className="text-ink-2">
        <span className="font-medium text-ink">What to do: </span>
        {advice.text}{" "}
        {advice.place && (
          <Link
            href={places[advice.place]}
            className="inline-flex items-center gap-1 rounded-sm text-accent hover:underline"
          >
            {PLACE_NAMES[advice.place]} <ArrowRight aria-hidden className="size-3" />
          </Link>
        )}
      </p>
    </article>
  );
}

const PLACE_NAMES = {
  api_keys: "API Keys",
  event_types: "Event catalogue",
  projects: "Projects",
} as const satisfies Record<NonNullable<RefusalAdvice["place"]>, string>;

function KeyName({ refusalKey: key }: { refusalKey: Refusal["key"] }) {
  if (key === null) return null;
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5 text-xs text-ink-2">
      <KeyRound aria-hidden className="size-3.5 shrink-0 text-ink-3" />
      <span className="sr-only">API key</span>
      <span className="truncate">{key.name}</span>
      {key.state !== "active" && (
        <Badge tone="outline">{key.state === "revoked" ? "Revoked" : "Expired"}</Badge>
      )}
    </span>
  );
}

/** Beyond these, faults of one call say little more. */
const SHOWN = 4;

function ErrorList({ errors }: { errors: Refusal["errors"] }) {
  if (errors.length === 0) return null;
  return (
    <ul className="grid gap-1 rounded-md border border-line bg-code px-3 py-2 text-xs">
      {errors.slice(0, SHOWN).map(({ path, message }, index) => (
        <li key={`${index} ${path}`} className="break-words">
          <code className="font-mono text-bad">{path}</code> <span className="text-ink-2">{message}</span>
        </li>
      ))}
      {errors.length > SHOWN && <li className="text-ink-3">and {errors.length - SHOWN} more</li>}
    </ul>
  );
}

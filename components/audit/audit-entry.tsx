import { Bot, ChevronRight, KeyRound, UserRound, type LucideIcon } from "lucide-react";
import { RelativeTime } from "@/components/ui/relative-time";
import { actionPhrase, isAboutActor } from "./action-phrase";
import { ChangeList } from "./change-list";

/** An entry of the trail as rows show it. */
export interface AuditItem {
  id: string;
  /** ISO 8601. */
  at: string;
  actorType: "user" | "api_key" | "system";
  actorId: string | null;
  actorName: string;
  action: string;
  targetType: string;
  targetId: string | null;
  targetName: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  address: string | null;
  userAgent: string | null;
}

const ACTOR = {
  user: { icon: UserRound, word: "" },
  api_key: { icon: KeyRound, word: "API key " },
  system: { icon: Bot, word: "" },
} as const satisfies Record<AuditItem["actorType"], { icon: LucideIcon; word: string }>;

/** One line that says who did what to what, and unfolds into what changed and from where. */
export function AuditEntry({ entry }: { entry: AuditItem }) {
  const { icon: Icon, word } = ACTOR[entry.actorType];
  const phrase = actionPhrase(entry.action);
  return (
    <details className="group">
      <summary className="flex cursor-pointer list-none items-start gap-2.5 px-4 py-2.5 hover:bg-raised/60 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="mt-0.5 size-4 shrink-0 text-ink-3 transition-transform group-open:rotate-90"
        />
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />
        <span className="min-w-0 flex-1 text-sm wrap-anywhere text-ink-2">
          {word}
          <strong className="font-medium text-ink">{entry.actorName}</strong>{" "}
          {phrase ?? <code className="font-mono text-xs">{entry.action}</code>}
          {!isAboutActor(entry) && entry.targetName !== null && (
            <>
              {" "}
              <strong className="font-medium text-ink">{entry.targetName}</strong>
            </>
          )}
        </span>
        <RelativeTime at={entry.at} className="shrink-0 text-xs leading-5 text-ink-3 tabular-nums" />
      </summary>
      <div className="grid gap-3 px-4 pb-4 pl-12">
        {(entry.before !== null || entry.after !== null) && (
          <ChangeList before={entry.before} after={entry.after} />
        )}
        <Facts entry={entry} />
      </div>
    </details>
  );
}

function Facts({ entry }: { entry: AuditItem }) {
  const facts = [
    ["When", entry.at],
    ["Action", entry.action],
    ["Actor", entry.actorId ?? "Carillon itself"],
    ["Target", [entry.targetType, entry.targetId].filter(Boolean).join(" ")],
    ["Address", entry.address],
    ["Program", entry.userAgent],
  ] as const;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-xs">
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label} className="contents">
              <dt className="text-ink-3">{label}</dt>
              <dd className="font-mono wrap-anywhere text-ink-2">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

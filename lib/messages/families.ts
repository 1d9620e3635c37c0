import { changeFacts, type Changes } from "./changes";
import type { Content } from "./content";
import type { Format } from "./format";
import type { Fact, Tone } from "./message";
import { bold, did, type Person, personName, quoted, words } from "./parts";

/** The object that an event is about, as its card needs it. */
export interface Subject {
  /** "task": completes "Open task". */
  noun: string;
  name: string;
  /** Stands in for an empty name. */
  untitled?: string;
  icon: string;
  url: unknown;
  facts?: (Fact | undefined)[];
}

interface Actor {
  actor?: Person;
}

interface Changed extends Actor {
  changes?: Changes;
}

const named = (subject: Subject) => bold(subject.name, subject.untitled);

const open = (subject: Subject) => ({ label: `Open ${subject.noun}`, url: subject.url });

/** Something new. */
export const created = (data: Actor, subject: Subject, verb = "created"): Content => ({
  icon: subject.icon,
  tone: "info",
  subtitle: did(data.actor, verb, [named(subject)]),
  facts: subject.facts,
  action: open(subject),
});

/** Fields that became others; without a list of them the object's own facts stand in. */
export function updated(data: Changed, subject: Subject, format: Format): Content {
  const facts = changeFacts(data.changes, format);
  return {
    icon: "✏️",
    subtitle: did(data.actor, "updated", [named(subject)]),
    facts: facts.length > 0 ? facts : subject.facts,
    action: open(subject),
  };
}

/** The object goes from one status to another. */
export function moved(data: Changed, subject: Subject, status: string, format: Format): Content {
  const to = data.changes?.status?.to;
  const now = typeof to === "string" ? to : status;
  const known = named(subject);
  return {
    ...updated(data, subject, format),
    icon: "🔄",
    tone: statusTone(now),
    subtitle: data.actor
      ? did(data.actor, "moved", [known], [words(" to "), bold(now, "none")])
      : [known, words(" is now "), bold(now, "none")],
  };
}

/** Something gone: no button, since it would lead nowhere. */
export const deleted = (data: Actor, subject: Subject, tone: Tone = "neutral"): Content => ({
  icon: "🗑️",
  tone,
  subtitle: did(data.actor, "deleted", [named(subject)]),
  facts: subject.facts,
});

/** Somebody's words about the object. */
export function commented(
  data: Actor & { comment?: { text: string; author?: Person } | null },
  subject: Subject,
): Content {
  const author = data.comment?.author ?? data.actor;
  return {
    icon: "💬",
    subtitle: author
      ? [bold(personName(author)), words(" commented on "), named(subject)]
      : [words("New comment on "), named(subject)],
    quote: quoted(data.comment?.text),
    action: open(subject),
  };
}

/** The object changes hands; `assignee` null means that nobody has it any more. */
export function assigned(data: Actor & { assignee?: Person }, subject: Subject): Content {
  const { actor, assignee } = data;
  const base = { icon: "👤", tone: "info" as const, facts: subject.facts, action: open(subject) };
  if (assignee === null) return { ...base, subtitle: did(actor, "unassigned", [named(subject)]) };
  if (!assignee) return { ...base, subtitle: did(actor, "assigned", [named(subject)]) };
  if (assignee.id === actor?.id) return { ...base, subtitle: did(actor, "took", [named(subject)]) };
  const to = [words(" to "), bold(personName(assignee))];
  return { ...base, subtitle: did(actor, "assigned", [named(subject)], to) };
}

const GOOD = /^(done|completed?|resolved|solved|closed|approved|won|published|finished)$/i;
const BAD = /^(failed|blocked|rejected|cancell?ed|overdue|lost|escalated|breached)$/i;

/** The colour of a status by the words that teams commonly use. */
function statusTone(status: string): Tone {
  if (GOOD.test(status.trim())) return "success";
  return BAD.test(status.trim()) ? "danger" : "info";
}

/** The colour of a priority by the words that helpdesks commonly use. */
export function priorityTone(priority: string): Tone {
  if (/^(urgent|critical|highest|blocker|p0|p1)\b/i.test(priority.trim())) return "danger";
  return /^(high|major|p2)\b/i.test(priority.trim()) ? "warning" : "info";
}

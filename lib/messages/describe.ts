import { catalogue, type EventData } from "@/lib/events/catalogue";
import type { Event } from "@/lib/events/envelope";
import type { Content, Describers } from "./content";
import { databases } from "./databases";
import { docs } from "./docs";
import { emails } from "./email";
import { files } from "./files";
import { type Format, formatFor } from "./format";
import { forms } from "./forms";
import { helpdesk } from "./helpdesk";
import { integrations } from "./integrations";
import { learning } from "./learning";
import { meetings } from "./meetings";
import type { Fact, Message, MessageAction, MessageWarning, Rich } from "./message";
import { posts } from "./posts";
import { projects } from "./projects";
import { summarise } from "./summary";
import { tasks } from "./tasks";
import { teams } from "./teams";
import { oneLine } from "./text";

const describers: Describers = {
  ...learning,
  ...helpdesk,
  ...tasks,
  ...forms,
  ...emails,
  ...meetings,
  ...files,
  ...projects,
  ...teams,
  ...docs,
  ...databases,
  ...posts,
  ...integrations,
};

/** Whose card it is: the workspace's words, with the channel's own locale and zone where it has them. */
export interface DescribeContext {
  workspaceName: string;
  /** BCP 47. */
  locale: string;
  /** IANA name. */
  timeZone: string;
}

/** What an event tells, before it is completed to a Message. */
export interface Told {
  content: Content;
  title: string;
  facts: Fact[];
}

/** What an event's type makes of its data. */
export function tell({ type, data }: Pick<Event, "type" | "data">, format: Format): Told {
  // The record is complete, and the schema of this very type has accepted the data.
  const describer = describers[type] as (data: EventData, format: Format) => Content;
  const content = describer(data, format);
  return {
    content,
    title: content.title ?? catalogue[type].label,
    facts: (content.facts ?? []).filter((fact): fact is Fact => fact !== undefined),
  };
}

/**
 * The neutral document of an event, once for all providers. `event.data` has passed its type's schema; fields that the
 * schema doesn't know are ignored. Links that are not https are left out with a warning.
 */
export function describe(event: Event, context: DescribeContext): Message {
  const format = formatFor(context.locale, context.timeZone);
  const { content, title, facts } = tell(event, format);
  const { actions, dropped } = checkedActions(content.action);
  return {
    v: 1,
    eventType: event.type,
    eventId: event.id,
    occurredAt: event.createdAt,
    locale: format.locale,
    timeZone: format.timeZone,
    tone: content.tone ?? "neutral",
    icon: content.icon,
    title,
    subtitle: content.subtitle,
    summary: summarise({ ...content, facts, test: event.test }),
    ...(content.figure && { figure: content.figure }),
    ...(content.quote && { quote: content.quote }),
    ...(content.body && { body: content.body }),
    facts,
    actions,
    context: contextOf(event, context, format),
    test: event.test,
    warnings: [...dropped, ...facts.filter((fact) => fact.cut).map(cutWarning)],
  };
}

function contextOf(event: Event, context: DescribeContext, format: Format): Rich[] {
  const about = event.type.startsWith("project.") ? "" : projectName(event.data);
  const names = [oneLine(context.workspaceName), about].filter((name) => name !== "");
  return [...names, [{ text: format.moment(event.createdAt), dateTime: event.createdAt }]];
}

function projectName(data: EventData): string {
  const project = data.project;
  if (typeof project !== "object" || project === null || !("name" in project)) return "";
  return typeof project.name === "string" ? oneLine(project.name) : "";
}

const cutWarning = ({ label }: Fact): MessageWarning => ({
  code: "text_cut",
  message: `The values of “${label}” were shortened.`,
});

function checkedActions(action: Content["action"]): { actions: MessageAction[]; dropped: MessageWarning[] } {
  if (!action?.url) return { actions: [], dropped: [] };
  const url = httpsUrl(action.url);
  if (url) return { actions: [{ key: "open", label: action.label, url, primary: true }], dropped: [] };
  const message = `The button “${action.label}” was left out: its address does not begin with https://.`;
  return { actions: [], dropped: [{ code: "link_dropped", message }] };
}

/** The address in its normal form, or nothing unless it is https, without user name and password. */
function httpsUrl(value: unknown): string | undefined {
  if (typeof value !== "string" || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  return url.protocol === "https:" && url.username === "" && url.password === "" ? url.href : undefined;
}

import {
  headerChanges,
  headerValues,
  repeatedHeader,
  storedHeaders,
  type HeaderDraft,
} from "@/components/channels/header-draft";
import { headerPath } from "@/lib/http/headers";
import type { ChannelOptions } from "@/lib/providers/provider";
import type { ChannelItem } from "./channel-item";

/** A channel as it stands in a form. */
export interface ChannelDraft {
  url: string;
  name: string;
  description: string;
  eventTypes: string[];
  projectIds: string[];
  options: ChannelOptions;
  headers: HeaderDraft[];
}

export const EMPTY_DRAFT: ChannelDraft = {
  url: "",
  name: "",
  description: "",
  eventTypes: [],
  projectIds: [],
  options: {},
  headers: [],
};

/** The URL stays empty: what is stored can't be read back, and empty keeps it. Header values neither. */
export const draftOf = (channel: ChannelItem): ChannelDraft => ({
  url: "",
  name: channel.name,
  description: channel.description,
  eventTypes: channel.eventTypes,
  projectIds: channel.projectIds,
  options: channel.options,
  headers: storedHeaders(channel.headerNames),
});

/** The draft of a new channel as the server takes it. */
export const newChannelOf = ({ headers, ...draft }: ChannelDraft) => ({
  ...draft,
  headers: headerValues(headers),
});

/** The same for a channel that exists: headers as changes of those that it has. */
export const changesOf = ({ headers, ...draft }: ChannelDraft, { headerNames }: ChannelItem) => ({
  ...draft,
  headers: headerChanges(headers, headerNames),
});

/** What the server said about a form. */
export interface FormProblem {
  message: string;
  fields: Record<string, string>;
}

/** What only the form can see: one name twice would reach the server as one. */
export function problemBeforeSending({ headers }: ChannelDraft): FormProblem | null {
  const repeated = repeatedHeader(headers);
  if (repeated === null) return null;
  return {
    message: "Some fields need another look.",
    fields: { [headerPath(repeated)]: "This header is given twice." },
  };
}

/** What is left of a problem after a change: nothing about the fields that were changed, and without any nothing at all. */
export function problemAfter(
  problem: FormProblem | null,
  before: ChannelDraft,
  after: ChannelDraft,
): FormProblem | null {
  if (problem === null) return null;
  const isChanged = (path: string) =>
    Object.entries(after).some(
      ([field, value]) =>
        value !== before[field as keyof ChannelDraft] && (path === field || path.startsWith(`${field}.`)),
    );
  const left = Object.entries(problem.fields).filter(([path]) => !isChanged(path));
  return left.length === 0 ? null : { ...problem, fields: Object.fromEntries(left) };
}

/** The message for a field: its own, or that of one of its entries (`eventTypes.3`). */
export function problemOf(problem: FormProblem | null, field: string): string | undefined {
  const entry = Object.entries(problem?.fields ?? {}).find(
    ([path]) => path === field || path.startsWith(`${field}.`),
  );
  return entry?.[1];
}

/** The message for the header of a name. */
export const headerProblemOf = (problem: FormProblem | null, name: string): string | undefined =>
  problem?.fields[headerPath(name.trim())];

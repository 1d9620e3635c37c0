import type { ChannelItem } from "./channel-item";

/** A channel as it stands in a form. */
export interface ChannelDraft {
  url: string;
  name: string;
  description: string;
  eventTypes: string[];
  projectIds: string[];
}

export const EMPTY_DRAFT: ChannelDraft = {
  url: "",
  name: "",
  description: "",
  eventTypes: [],
  projectIds: [],
};

/** The URL stays empty: what is stored can't be read back, and empty keeps it. */
export const draftOf = ({ name, description, eventTypes, projectIds }: ChannelItem): ChannelDraft => ({
  url: "",
  name,
  description,
  eventTypes,
  projectIds,
});

/** What the server said about a form. */
export interface FormProblem {
  message: string;
  fields: Record<string, string>;
}

/** The message for a field: its own, or that of one of its entries (`eventTypes.3`). */
export function problemOf(problem: FormProblem | null, field: string): string | undefined {
  const entry = Object.entries(problem?.fields ?? {}).find(
    ([path]) => path === field || path.startsWith(`${field}.`),
  );
  return entry?.[1];
}

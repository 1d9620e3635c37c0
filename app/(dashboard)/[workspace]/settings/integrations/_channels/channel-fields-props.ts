import type { ProviderId } from "@/lib/providers/provider";
import type { ChannelDraft, FormProblem } from "./channel-draft";
import type { Choices } from "./choices";

/** What the fields of a channel are given. */
export interface ChannelFieldsProps {
  provider: ProviderId;
  draft: ChannelDraft;
  onChange: (draft: ChannelDraft) => void;
  problem: FormProblem | null;
  choices: Choices;
  /** The masked URL of a channel that exists: then the field may stay empty. */
  storedUrl?: string;
}

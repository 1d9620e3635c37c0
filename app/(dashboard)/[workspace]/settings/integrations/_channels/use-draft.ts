"use client";

import { useState } from "react";
import { problemAfter, type ChannelDraft, type FormProblem } from "./channel-draft";
import { useRevealProblem } from "./use-reveal";

/**
 * A form's draft and what is wrong with it. A new report brings its first wrong field into view; what was said about a
 * field goes as soon as the field is changed.
 */
export function useDraft(initial: () => ChannelDraft) {
  const [draft, setDraft] = useState(initial);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const [reported, setReported] = useState<FormProblem | null>(null);
  const fields = useRevealProblem(reported);
  const change = (next: ChannelDraft) => {
    setProblem((current) => problemAfter(current, draft, next));
    setDraft(next);
  };
  /** For what comes later than the form was drawn: it keeps what was typed meanwhile. */
  const fill = (part: Partial<ChannelDraft>) => {
    setProblem(null);
    setDraft((current) => ({ ...current, ...part }));
  };
  const report = (found: FormProblem | null) => {
    setProblem(found);
    setReported(found);
  };
  return { draft, change, fill, problem, report, fields };
}

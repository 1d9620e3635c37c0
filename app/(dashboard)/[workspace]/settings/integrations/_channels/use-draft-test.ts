"use client";

import { useState, useTransition } from "react";
import type { TestReport } from "@/components/channels/test-result";
import type { ProviderId } from "@/lib/providers/provider";
import {
  changesOf,
  newChannelOf,
  problemBeforeSending,
  type ChannelDraft,
  type FormProblem,
} from "./channel-draft";
import type { ChannelItem } from "./channel-item";
import { testDraft } from "./test-actions";

interface DraftTest {
  workspace: string;
  provider: ProviderId;
  /** The one that is being edited. */
  channel?: ChannelItem;
  draft: ChannelDraft;
  onProblem: (problem: FormProblem | null) => void;
}

/** Sends a test to what a form describes, and keeps the answer beside the form. */
export function useDraftTest({ workspace, provider, channel, draft, onProblem }: DraftTest) {
  const [report, setReport] = useState<TestReport | null>(null);
  const [testing, start] = useTransition();
  const test = () =>
    start(async () => {
      setReport(null);
      const unsendable = problemBeforeSending(draft);
      if (unsendable) return onProblem(unsendable);
      const { url, eventTypes, options, headers } = channel ? changesOf(draft, channel) : newChannelOf(draft);
      const form = { provider, url, eventTypes, options, headers };
      const result = await testDraft(workspace, { ...form, id: channel?.id });
      onProblem(result.ok ? null : result.error);
      if (result.ok) setReport(result.data);
    });
  return { report, testing, test };
}

"use client";

import { useState, useTransition } from "react";
import type { TestReport } from "@/components/channels/test-result";
import type { ProviderId } from "@/lib/providers/provider";
import type { ChannelDraft, FormProblem } from "./channel-draft";
import { testDraft } from "./test-actions";

interface DraftTest {
  workspace: string;
  provider: ProviderId;
  /** The channel that is being edited. */
  id?: string;
  draft: ChannelDraft;
  onProblem: (problem: FormProblem | null) => void;
}

/** Sends a test to what a form describes, and keeps the answer beside the form. */
export function useDraftTest({ workspace, provider, id, draft, onProblem }: DraftTest) {
  const [report, setReport] = useState<TestReport | null>(null);
  const [testing, start] = useTransition();
  const test = () =>
    start(async () => {
      setReport(null);
      const { url, eventTypes } = draft;
      const result = await testDraft(workspace, { id, provider, url, eventTypes });
      onProblem(result.ok ? null : result.error);
      if (result.ok) setReport(result.data);
    });
  return { report, testing, test };
}

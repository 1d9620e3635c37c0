"use client";

import { Reply } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { InspectorAnswer } from "@/db/schema";
import { describeAnswer, isSameAnswer, OK } from "./answer-choices";
import { AnswerForm } from "./answer-form";

interface AnswerPanelProps {
  token: string;
  initial: InspectorAnswer;
  /** The workspace, for those who may change the answer; null for everybody else who has the address. */
  workspace: string | null;
}

/** What the inspector answers, and the form that changes it. */
export function AnswerPanel({ token, initial, workspace }: AnswerPanelProps) {
  const [answer, setAnswer] = useState(initial);
  const [open, setOpen] = useState(false);
  const saved = (changed: InspectorAnswer) => {
    setAnswer(changed);
    setOpen(false);
  };
  return (
    <Panel aria-labelledby="answer">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
        <Reply aria-hidden className="size-4 shrink-0 text-ink-3" />
        <div className="min-w-0 flex-1">
          <h2 id="answer" className="text-sm font-medium">
            What it answers
          </h2>
          <p className="truncate text-sm text-ink-2 tabular-nums">
            {describeAnswer(answer)}
            {!isSameAnswer(answer, OK) && " to every request, until it is changed back"}
          </p>
        </div>
        {workspace === null ? (
          <p className="text-xs text-ink-3">Owners and admins of its workspace can change it.</p>
        ) : (
          <Button size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? "Close" : "Change"}
          </Button>
        )}
      </header>
      {open && workspace !== null && (
        <AnswerForm token={token} workspace={workspace} answer={answer} onSaved={saved} />
      )}
    </Panel>
  );
}

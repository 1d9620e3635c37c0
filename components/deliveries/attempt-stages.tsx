import { Check, Minus, X } from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { AttemptItem } from "./attempt-item";

type Step = "done" | "failed" | "not_reached";

/** How far an attempt came: sent, answered, accepted. Where it ended is marked, what lies behind was never reached. */
export function AttemptStages({ attempt }: { attempt: Pick<AttemptItem, "stage" | "outcome"> }) {
  const steps = stepsOf(attempt);
  return (
    <ol aria-label="How far it came" className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
      {steps.map(({ label, state }, index) => (
        <li key={label} className="flex items-center gap-2">
          {index > 0 && <span aria-hidden className="h-px w-6 bg-line-strong" />}
          <Mark state={state} />
          <span className={cn("font-medium", LOOK[state].text)}>
            {label}
            <span className="sr-only">: {LOOK[state].word}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

const LOOK = {
  done: { icon: Check, word: "yes", box: "bg-good-soft text-good", text: "text-ink" },
  failed: { icon: X, word: "no", box: "bg-bad-soft text-bad", text: "text-bad" },
  not_reached: { icon: Minus, word: "not reached", box: "bg-raised text-ink-3", text: "text-ink-3" },
} as const satisfies Record<Step, object>;

function Mark({ state }: { state: Step }) {
  const { icon: Icon, box } = LOOK[state];
  return (
    <span aria-hidden className={cn("grid size-5 place-items-center rounded-full", box)}>
      <Icon className="size-3" />
    </span>
  );
}

function stepsOf({
  stage,
  outcome,
}: Pick<AttemptItem, "stage" | "outcome">): { label: string; state: Step }[] {
  const succeeded = outcome === "succeeded";
  const sent = stage !== "before_sending";
  const answered = stage === "response";
  return [
    { label: "Sent", state: sent ? "done" : "failed" },
    { label: "Answered", state: answered ? "done" : sent ? "failed" : "not_reached" },
    { label: "Accepted", state: succeeded ? "done" : answered ? "failed" : "not_reached" },
  ];
}

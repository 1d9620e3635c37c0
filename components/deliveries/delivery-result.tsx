import { cn } from "@/components/ui/cn";
import type { TextIcon } from "@/components/ui/text-icon";
import "@/components/ui/text-icon.css";
import "./delivery-result.css";
import type { ResultKind, LastAttempt } from "./result-of";
import { resultOf } from "./result-of";

interface Look {
  icon: TextIcon;
  /** Says at a glance who is at fault: nothing left this machine, nobody answered, or somebody said no. */
  word: string;
}

/** Icon and word of each kind of result, and of an attempt that succeeded; the colour follows from `data-result`. */
export const RESULT_LOOK = {
  accepted: { icon: "circle-check", word: "Answered" },
  arrived: { icon: "reply", word: "Answered" },
  refused: { icon: "message-square-x", word: "Answered" },
  no_answer: { icon: "timer-off", word: "No answer" },
  not_sent: { icon: "plug-zap", word: "Not sent" },
  unclear: { icon: "circle-question-mark", word: "Failed" },
} as const satisfies Record<ResultKind | "accepted", Look>;

/** How the newest attempt ended: "Answered: HTTP 503", "Not sent: Connection refused"; nothing before the first one. */
export function DeliveryResult({ last, className }: { last: LastAttempt; className?: string }) {
  const result = resultOf(last);
  if (result === null) return <span className={cn("text-ink-3", className)}>–</span>;
  const { icon, word } = RESULT_LOOK[result.kind];
  return (
    <span className={cn("delivery-result", className)} data-icon={icon} data-result={result.kind}>
      <b>{`${word}:`}</b>
      {` ${result.text}`}
    </span>
  );
}

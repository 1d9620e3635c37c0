import { CircleHelp, MessageSquareX, PlugZap, Reply, TimerOff, type LucideIcon } from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { ResultKind, LastAttempt } from "./result-of";
import { resultOf } from "./result-of";

interface Look {
  icon: LucideIcon;
  /** Says at a glance who is at fault: nothing left this machine, nobody answered, or somebody said no. */
  word: string;
  style: string;
}

/** Icon, word and colour of each kind of result. */
export const RESULT_LOOK = {
  arrived: { icon: Reply, word: "Answered", style: "text-ink-2" },
  refused: { icon: MessageSquareX, word: "Answered", style: "text-bad" },
  no_answer: { icon: TimerOff, word: "No answer", style: "text-warn" },
  not_sent: { icon: PlugZap, word: "Not sent", style: "text-info" },
  unclear: { icon: CircleHelp, word: "Failed", style: "text-bad" },
} as const satisfies Record<ResultKind, Look>;

/** How the newest attempt ended: "Answered: HTTP 503", "Not sent: Connection refused"; nothing before the first one. */
export function DeliveryResult({ last, className }: { last: LastAttempt; className?: string }) {
  const result = resultOf(last);
  if (result === null) return <span className={cn("text-ink-3", className)}>–</span>;
  const { icon: Icon, word, style } = RESULT_LOOK[result.kind];
  return (
    <span className={cn("inline-flex min-w-0 items-center gap-1.5", className)}>
      <Icon aria-hidden className={cn("size-4 shrink-0", style)} />
      <span className={cn("font-medium", style)}>{word}:</span>{" "}
      <span className="truncate text-ink-2">{result.text}</span>
    </span>
  );
}

import { Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

interface NoteProps {
  /** `careful`: what goes wrong when it is overlooked. */
  tone?: "hint" | "careful";
  title: string;
  children: ReactNode;
}

/** Something beside the line of thought that should not be overlooked. */
export function Note({ tone = "hint", title, children }: NoteProps) {
  const Icon = tone === "hint" ? Info : TriangleAlert;
  return (
    <aside
      aria-label={title}
      className={cn(
        "docs-note flex gap-3 rounded-lg border px-4 py-3",
        tone === "hint" ? "border-info/25 bg-info-soft" : "border-warn/25 bg-warn-soft",
      )}
    >
      <Icon aria-hidden className={cn("mt-1 size-4 shrink-0", tone === "hint" ? "text-info" : "text-warn")} />
      <div className="min-w-0">
        <p className={cn("font-medium", tone === "hint" ? "text-info" : "text-warn")}>{title}</p>
        {children}
      </div>
    </aside>
  );
}

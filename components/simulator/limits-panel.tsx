import { TriangleAlert } from "lucide-react";
import { Meter } from "@/components/ui/meter";
import type { RenderWarning } from "@/lib/providers/provider";
import type { Limit } from "./limits";

/** How much of the provider's limits the message uses, and what was cut to stay within them. */
export function LimitsPanel({ limits, warnings }: { limits: Limit[]; warnings: RenderWarning[] }) {
  return (
    <div className="grid gap-3">
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {limits.map((limit) => (
          <Meter
            key={limit.label}
            label={limit.label}
            value={limit.value}
            max={limit.max}
            text={limit.text}
          />
        ))}
      </div>
      <div aria-live="polite">
        {warnings.length > 0 && (
          <>
            <p className="text-xs font-medium text-ink-2">
              {warnings.length === 1 ? "One change" : `${warnings.length} changes`} to fit the message:
            </p>
            <ul className="mt-1 grid gap-1">
              {warnings.map((warning, index) => (
                <li key={index} className="flex gap-1.5 text-xs text-warn">
                  <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
                  {warning.message}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}

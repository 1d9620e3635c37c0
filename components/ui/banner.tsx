import { CircleAlert, CircleCheck, Info, TriangleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

const LOOK = {
  info: { style: "border-info/25 bg-info-soft text-info", icon: Info },
  good: { style: "border-good/25 bg-good-soft text-good", icon: CircleCheck },
  warn: { style: "border-warn/25 bg-warn-soft text-warn", icon: TriangleAlert },
  bad: { style: "border-bad/25 bg-bad-soft text-bad", icon: CircleAlert },
} as const satisfies Record<string, { style: string; icon: LucideIcon }>;

interface BannerProps {
  tone: keyof typeof LOOK;
  /** Instead of the tone's own. */
  icon?: LucideIcon;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Announced when it appears: `alert` at once, `status` when the reader pauses. */
  role?: "alert" | "status";
  className?: string;
}

/** Something worth knowing, across the width of its place. */
export function Banner({ tone, icon, title, children, actions, role, className }: BannerProps) {
  const { style, icon: own } = LOOK[tone];
  const Icon = icon ?? own;
  return (
    <div
      role={role}
      className={cn(
        "flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg border px-3 py-2.5",
        style,
        className,
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1 basis-48 text-sm">
        <p className="font-medium">{title}</p>
        {children !== undefined && <div className="mt-0.5 text-ink-2">{children}</div>}
      </div>
      {actions !== undefined && <div className="flex gap-2">{actions}</div>}
    </div>
  );
}

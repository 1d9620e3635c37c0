import type { Route } from "next";
import Link from "next/link";
import { cn } from "./cn";

interface StatProps {
  label: string;
  /** A count, or what is measured with its unit: "98.7 %". */
  value: number | string;
  /** Where the number comes from, row by row. */
  href?: Route;
  tone?: "neutral" | "bad";
}

/** One number with its name. */
export function Stat({ label, value, href, tone = "neutral" }: StatProps) {
  return (
    <div className="relative grid gap-1 rounded-lg border border-line bg-surface px-4 py-3 has-[a:hover]:border-line-strong">
      {href === undefined ? (
        <span className="text-xs text-ink-2">{label}</span>
      ) : (
        <Link href={href} className="text-xs text-ink-2 after:absolute after:inset-0 after:rounded-lg">
          {label}
        </Link>
      )}
      <span
        className={cn("text-2xl font-semibold tracking-tight tabular-nums", tone === "bad" && "text-bad")}
      >
        {typeof value === "number" ? value.toLocaleString("en-GB") : value}
      </span>
    </div>
  );
}

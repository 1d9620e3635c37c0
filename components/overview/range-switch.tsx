import type { Route } from "next";
import Link from "next/link";
import { cn } from "@/components/ui/cn";

interface RangeSwitchProps {
  ranges: { name: string; words: string; href: Route; current: boolean }[];
}

/** Chooses how far back the overview looks. Each choice is an address of its own. */
export const RangeSwitch = ({ ranges }: RangeSwitchProps) => (
  <nav aria-label="Time range" className="flex rounded-md border border-line bg-raised p-0.5">
    {ranges.map(({ name, words, href, current }) => (
      <Link
        key={name}
        href={href}
        aria-label={words}
        aria-current={current ? "true" : undefined}
        className={cn(
          "inline-flex h-7 items-center rounded-sm px-2.5 text-xs font-medium text-ink-2 tabular-nums hover:text-ink",
          current && "bg-surface text-ink shadow-soft",
        )}
      >
        {name}
      </Link>
    ))}
  </nav>
);

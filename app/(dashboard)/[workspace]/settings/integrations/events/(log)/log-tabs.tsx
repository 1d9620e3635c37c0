import { OctagonX, Zap, type LucideIcon } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { cn } from "@/components/ui/cn";

interface LogTabsProps {
  refused: boolean;
  hrefs: { events: Route; refused: Route };
}

/** Switches between what came in and what was refused: two lists of one question. */
export const LogTabs = ({ refused, hrefs }: LogTabsProps) => (
  <nav aria-label="Event logs" className="flex gap-4 border-b border-line">
    <Tab href={hrefs.events} current={!refused} icon={Zap}>
      Accepted
    </Tab>
    <Tab href={hrefs.refused} current={refused} icon={OctagonX}>
      Refused
    </Tab>
  </nav>
);

interface TabProps {
  href: Route;
  current: boolean;
  icon: LucideIcon;
  children: string;
}

const Tab = ({ href, current, icon: Icon, children }: TabProps) => (
  <Link
    href={href}
    aria-current={current ? "page" : undefined}
    className={cn(
      "-mb-px inline-flex h-9 items-center gap-1.5 border-b-2 border-transparent px-0.5 font-medium text-ink-2 hover:text-ink",
      current && "border-accent text-ink",
    )}
  >
    <Icon aria-hidden className="size-4" />
    {children}
  </Link>
);

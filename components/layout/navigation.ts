import {
  Building2,
  FolderKanban,
  KeyRound,
  LayoutDashboard,
  ListChecks,
  MessagesSquare,
  Presentation,
  ScrollText,
  SlidersHorizontal,
  Users,
  Zap,
  type LucideIcon,
} from "lucide-react";
import type { Route } from "next";
import { paths } from "./paths";

export interface NavigationItem {
  label: string;
  href: Route;
  icon: LucideIcon;
  /** Which of the sidebar's notes stands beside it. */
  note?: NavigationNote;
}

/** Places of the sidebar at which a page can draw attention. */
export type NavigationNote = "chat" | "crm";

export interface NavigationGroup {
  /** Null for the first group, which needs no heading. */
  label: string | null;
  items: NavigationItem[];
}

/** The pages that the sidebar leads to: only what the reader's role may open. */
export function navigation(workspace: string, { manager }: { manager: boolean }): NavigationGroup[] {
  const start: NavigationGroup = {
    label: null,
    items: [{ label: "Overview", href: paths.overview(workspace), icon: LayoutDashboard }],
  };
  return manager ? [start, integrations(workspace), settings(workspace)] : [start];
}

const integrations = (workspace: string): NavigationGroup => ({
  label: "Integrations",
  items: [
    {
      label: "Chat Notifications",
      href: paths.chat(workspace),
      icon: MessagesSquare,
      note: "chat",
    },
    { label: "CRM Webhooks", href: paths.crm(workspace), icon: Building2, note: "crm" },
    { label: "Card Simulator", href: paths.simulator(workspace), icon: Presentation },
    { label: "Events", href: paths.events(workspace), icon: Zap },
    { label: "Deliveries", href: paths.deliveries(workspace), icon: ListChecks },
    { label: "API Keys", href: paths.apiKeys(workspace), icon: KeyRound },
    { label: "Audit Trail", href: paths.audit(workspace), icon: ScrollText },
  ],
});

const settings = (workspace: string): NavigationGroup => ({
  label: "Workspace",
  items: [
    { label: "Members", href: paths.members(workspace), icon: Users },
    { label: "Projects", href: paths.projects(workspace), icon: FolderKanban },
    { label: "General", href: paths.general(workspace), icon: SlidersHorizontal },
  ],
});

/** The entry that a path belongs to: the longest one that it begins with. */
export function currentItem(groups: NavigationGroup[], path: string): NavigationItem | undefined {
  return groups
    .flatMap((group) => group.items)
    .filter((item) => path === item.href || path.startsWith(`${item.href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
}

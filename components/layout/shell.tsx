import type { ReactNode } from "react";
import { Breadcrumbs } from "./breadcrumbs";
import { MobileDrawer } from "./mobile-drawer";
import type { NavigationNote } from "./navigation";
import { SidebarNav } from "./sidebar-nav";
import { UserMenu } from "./user-menu";
import { WorkspaceSwitcher } from "./workspace-switcher";

interface ShellProps {
  workspace: { slug: string; name: string };
  workspaces: { slug: string; name: string }[];
  user: { name: string; email: string };
  /** As shown: "Owner" … */
  role: string;
  manager: boolean;
  notes: Partial<Record<NavigationNote, ReactNode>>;
  signOut: (everywhere: boolean) => Promise<void>;
  children: ReactNode;
}

/** The frame of every page of a workspace: sidebar, bar with breadcrumbs, and the page. */
export function Shell({ children, ...rest }: ShellProps) {
  const place = { workspace: rest.workspace.slug, manager: rest.manager };
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-sm text-accent-ink focus-visible:not-sr-only focus-visible:fixed focus-visible:top-2 focus-visible:left-2"
      >
        Skip to content
      </a>
      <aside className="sticky top-0 hidden h-dvh flex-col border-r border-line lg:flex">
        <SidebarContent {...rest} />
      </aside>
      <div className="flex min-w-0 flex-col">
        <div className="sticky top-0 z-30 flex h-12 items-center gap-2 border-b border-line bg-canvas/90 px-4 backdrop-blur-sm lg:px-6">
          <MobileDrawer>
            <SidebarContent {...rest} />
          </MobileDrawer>
          <Breadcrumbs {...place} />
        </div>
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto w-full max-w-6xl flex-1 px-4 py-6 outline-none lg:px-6 lg:py-8"
        >
          {children}
        </main>
      </div>
    </div>
  );
}

const SidebarContent = ({
  workspace,
  workspaces,
  user,
  role,
  manager,
  notes,
  signOut,
}: Omit<ShellProps, "children">) => (
  <>
    <div className="flex h-12 items-center border-b border-line px-1.5">
      <WorkspaceSwitcher current={workspace} workspaces={workspaces} />
    </div>
    <div className="min-h-0 flex-1 overflow-y-auto px-2 py-3">
      <SidebarNav workspace={workspace.slug} manager={manager} notes={notes} />
    </div>
    <div className="border-t border-line p-1.5">
      <UserMenu workspace={workspace.slug} {...user} role={role} signOut={signOut} />
    </div>
  </>
);

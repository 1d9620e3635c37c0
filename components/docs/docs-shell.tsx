import Link from "next/link";
import type { ReactNode } from "react";
import { Logo } from "@/components/layout/logo";
import { MobileDrawer } from "@/components/layout/mobile-drawer";
import type { NavGroup } from "@/lib/docs/pages/navigation";
import { DocsNav } from "./docs-nav";
import { DocsSearch } from "./docs-search";
import { ThemeButton } from "./theme-button";

interface DocsShellProps {
  groups: readonly NavGroup[];
  children: ReactNode;
}

/** The frame of the documentation: bar, navigation and the page. */
export function DocsShell({ groups, children }: DocsShellProps) {
  return (
    <div className="min-h-dvh">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-sm text-accent-ink focus-visible:not-sr-only focus-visible:fixed focus-visible:top-2 focus-visible:left-2"
      >
        Skip to content
      </a>
      <header className="sticky top-0 z-30 border-b border-line bg-canvas/90 backdrop-blur-sm">
        <div className="mx-auto flex h-14 max-w-[88rem] items-center gap-3 px-4 lg:px-6">
          <MobileDrawer>
            <div className="flex h-14 items-center border-b border-line px-4">
              <Home />
            </div>
            <div className="min-h-0 flex-1 overflow-y-auto px-3 py-5">
              <DocsNav groups={groups} />
            </div>
          </MobileDrawer>
          <Home />
          <div className="ml-auto flex items-center gap-1.5">
            <DocsSearch />
            <ThemeButton />
            <Link
              href="/"
              className="hidden h-8 items-center rounded-md px-2.5 text-sm font-medium text-ink-2 transition-colors hover:bg-raised hover:text-ink sm:inline-flex"
            >
              Open Carillon
            </Link>
          </div>
        </div>
      </header>
      <div className="mx-auto max-w-[88rem] px-4 lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)] lg:gap-10 lg:px-6">
        <aside className="hidden lg:block">
          <div className="sticky top-14 h-[calc(100dvh-3.5rem)] overflow-y-auto py-8 pr-2">
            <DocsNav groups={groups} />
          </div>
        </aside>
        <main id="main" tabIndex={-1} className="min-w-0 py-8 outline-none lg:py-10">
          {children}
        </main>
      </div>
    </div>
  );
}

const Home = () => (
  <Link href="/docs" className="flex items-center gap-2 rounded-md">
    <Logo className="size-5 text-accent" />
    <span className="text-base font-semibold tracking-tight">Carillon</span>
    <span className="text-base text-ink-3">Docs</span>
  </Link>
);

"use client";

import { Menu } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { lazyWindow } from "@/components/ui/lazy-window";

const Drawer = lazyWindow<{ children: ReactNode }>(() =>
  import("./drawer-window").then(({ DrawerWindow }) => DrawerWindow),
);

/** The sidebar behind a button, on narrow screens. It closes when a page is chosen. */
export const MobileDrawer = ({ children }: { children: ReactNode }) => (
  <Drawer
    trigger={
      <Button variant="ghost" size="icon" aria-label="Open the menu" className="-ml-1.5 lg:hidden">
        <Menu />
      </Button>
    }
  >
    {children}
  </Drawer>
);

"use client";

import { CircleUserRound, LogOut, Monitor, Moon, Sun, type LucideIcon } from "lucide-react";
import Link from "next/link";
import {
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  MenuFrame,
} from "@/components/ui/dropdown-menu";
import type { MenuProps } from "@/components/ui/lazy-menu";
import { paths } from "./paths";
import { parseTheme, THEMES, type Theme } from "./theme";
import { useTheme } from "./use-theme";

const LOOK = {
  system: { label: "System", icon: Monitor },
  light: { label: "Light", icon: Sun },
  dark: { label: "Dark", icon: Moon },
} as const satisfies Record<Theme, { label: string; icon: LucideIcon }>;

export interface UserMenuItemsProps {
  workspace: string;
  email: string;
  signOut: (everywhere: boolean) => Promise<void>;
}

/** What the user menu has in it. */
export function UserMenuItems(props: UserMenuItemsProps & MenuProps) {
  const { workspace, email, signOut, labelledBy, ...frame } = props;
  const [theme, setTheme] = useTheme();
  return (
    <MenuFrame {...frame}>
      <DropdownMenuContent align="start" side="top" className="w-56" aria-labelledby={labelledBy}>
        <DropdownMenuLabel className="truncate">{email}</DropdownMenuLabel>
        <DropdownMenuItem asChild>
          <Link href={paths.account(workspace)}>
            <CircleUserRound aria-hidden /> Your account
          </Link>
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>Theme</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={theme} onValueChange={(value) => setTheme(parseTheme(value))}>
          {THEMES.map((choice) => (
            <ThemeItem key={choice} theme={choice} />
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => void signOut(false)}>
          <LogOut aria-hidden /> Sign out
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => void signOut(true)}>
          <LogOut aria-hidden /> Sign out everywhere
        </DropdownMenuItem>
      </DropdownMenuContent>
    </MenuFrame>
  );
}

function ThemeItem({ theme }: { theme: Theme }) {
  const { label, icon: Icon } = LOOK[theme];
  return (
    <DropdownMenuRadioItem value={theme} onSelect={(event) => event.preventDefault()}>
      <Icon aria-hidden /> {label}
    </DropdownMenuRadioItem>
  );
}

"use client";

import { ChevronsUpDown, CircleUserRound, LogOut, Monitor, Moon, Sun, type LucideIcon } from "lucide-react";
import Link from "next/link";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Initials } from "@/components/ui/initials";
import { paths } from "./paths";
import { parseTheme, THEMES, type Theme } from "./theme";
import { useTheme } from "./use-theme";

const LOOK = {
  system: { label: "System", icon: Monitor },
  light: { label: "Light", icon: Sun },
  dark: { label: "Dark", icon: Moon },
} as const satisfies Record<Theme, { label: string; icon: LucideIcon }>;

interface UserMenuProps {
  workspace: string;
  name: string;
  email: string;
  /** "Owner" … */
  role: string;
  signOut: (everywhere: boolean) => Promise<void>;
}

/** Who is signed in, their account, the theme, and the way out. */
export function UserMenu({ workspace, name, email, role, signOut }: UserMenuProps) {
  const [theme, setTheme] = useTheme();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label={`Account of ${name}`}
        className="flex h-11 w-full min-w-0 items-center gap-2 rounded-md px-2 text-left transition-colors hover:bg-raised data-[state=open]:bg-raised"
      >
        <Initials name={name} />
        <span className="min-w-0 flex-1">
          <span className="block truncate text-sm leading-4 font-medium text-ink">{name}</span>
          <span className="block truncate text-xs text-ink-3">{role}</span>
        </span>
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" side="top" className="w-56">
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
    </DropdownMenu>
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

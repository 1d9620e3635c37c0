"use client";

import { Moon, Sun } from "lucide-react";
import { useIsDark, useTheme } from "@/components/layout/use-theme";
import { Button } from "@/components/ui/button";

/** Switches between light and dark; the choice is kept. */
export function ThemeButton() {
  const [, setTheme] = useTheme();
  const dark = useIsDark();
  return (
    <Button
      variant="ghost"
      size="icon"
      aria-label={dark ? "Use the light theme" : "Use the dark theme"}
      onClick={() => setTheme(dark ? "light" : "dark")}
    >
      {dark ? <Sun aria-hidden /> : <Moon aria-hidden />}
    </Button>
  );
}

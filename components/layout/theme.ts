export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = "theme";

export const parseTheme = (value: string | undefined): Theme =>
  THEMES.find((theme) => theme === value) ?? "system";

/** Runs before the first paint: where the system decides, the server can't know whether the page is dark. */
export const THEME_SCRIPT = `(() => {
  const root = document.documentElement;
  if (root.dataset.theme !== "system") return;
  root.classList.toggle("dark", matchMedia("(prefers-color-scheme: dark)").matches);
})()`;

/** Makes the page dark or light by the choice that its root element carries. */
export function applyTheme(): void {
  const root = document.documentElement;
  const theme = parseTheme(root.dataset.theme);
  const dark = theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  root.classList.toggle("dark", dark);
}

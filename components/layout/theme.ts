export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = "theme";

export const parseTheme = (value: string | undefined): Theme =>
  THEMES.find((theme) => theme === value) ?? "system";

/**
 * Runs before the first paint: with the system's choice the server can't know whether it is dark. It also follows the
 * system while the page stays open.
 */
export const THEME_SCRIPT = `(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => {
    if (root.dataset.theme === "system") root.classList.toggle("dark", dark.matches);
  };
  dark.addEventListener("change", follow);
  follow();
})()`;

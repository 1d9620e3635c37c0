/** Themes of the drawn products; independent of the theme of the page around them. */
export const CARD_THEMES = ["light", "dark"] as const;
export type CardTheme = (typeof CARD_THEMES)[number];

/** `narrow` is a phone or a side panel: 320 CSS pixels. */
export const CARD_WIDTHS = ["wide", "narrow"] as const;
export type CardWidth = (typeof CARD_WIDTHS)[number];

/**
 * The icons that a text can begin with: written as `data-icon` on the element around it, where text-icon.css is imported. Screen
 * readers pass over them.
 */
export const TEXT_ICONS = [
  "bell",
  "circle-check",
  "circle-dashed",
  "circle-question-mark",
  "circle-slash",
  "circle-x",
  "flask-conical",
  "key-round",
  "message-square-x",
  "plug-zap",
  "reply",
  "rotate-cw",
  "split",
  "timer-off",
  "webhook",
] as const;

export type TextIcon = (typeof TEXT_ICONS)[number];

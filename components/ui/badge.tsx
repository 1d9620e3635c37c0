import type { ComponentProps } from "react";
import { cn } from "./cn";
import type { TextIcon } from "./text-icon";
import "./text-icon.css";

export type BadgeTone = "neutral" | "outline" | "accent" | "good" | "warn" | "bad" | "info";

interface BadgeProps extends ComponentProps<"span"> {
  tone?: BadgeTone;
  mono?: boolean;
  /** Before the word. */
  icon?: TextIcon;
}

/** A short word or a name in a box. A colour never stands alone: the word says it. */
export function Badge({ tone, mono, icon, className, ...rest }: BadgeProps) {
  return (
    <span
      className={cn("badge", mono && "font-mono font-normal", className)}
      data-tone={tone}
      data-icon={icon}
      {...rest}
    />
  );
}

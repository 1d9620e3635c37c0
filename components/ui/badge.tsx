import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn";

const style = cva(
  "inline-flex h-5 max-w-full items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3 [&_svg]:shrink-0",
  {
    variants: {
      tone: {
        neutral: "bg-raised text-ink-2",
        outline: "border border-line text-ink-2",
        accent: "bg-accent-soft text-accent",
        good: "bg-good-soft text-good",
        warn: "bg-warn-soft text-warn",
        bad: "bg-bad-soft text-bad",
        info: "bg-info-soft text-info",
      },
      mono: { true: "font-mono font-normal", false: "" },
    },
    defaultVariants: { tone: "neutral", mono: false },
  },
);

export type BadgeTone = NonNullable<VariantProps<typeof style>["tone"]>;

/** A short word or a name in a box. A colour never stands alone: the word says it. */
export function Badge({
  tone,
  mono,
  className,
  ...rest
}: ComponentProps<"span"> & VariantProps<typeof style>) {
  return <span className={cn(style({ tone, mono }), className)} {...rest} />;
}

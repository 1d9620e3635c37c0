import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const buttonStyle = cva(
  [
    "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap select-none",
    "transition-colors duration-100 disabled:opacity-55 aria-disabled:opacity-55",
    "[&_svg]:size-4 [&_svg]:shrink-0",
  ],
  {
    variants: {
      variant: {
        primary: "bg-accent text-accent-ink hover:not-disabled:bg-accent-hover",
        secondary:
          "border border-line-strong/70 bg-surface text-ink shadow-soft hover:not-disabled:bg-raised data-[state=open]:bg-raised",
        ghost:
          "text-ink-2 hover:not-disabled:bg-raised hover:not-disabled:text-ink data-[state=open]:bg-raised",
        danger: "bg-bad-solid text-white hover:not-disabled:bg-bad-solid-hover",
        "danger-ghost": "text-ink-2 hover:not-disabled:bg-bad-soft hover:not-disabled:text-bad",
      },
      size: {
        md: "h-8 px-3 text-sm",
        sm: "h-7 px-2 text-xs",
        lg: "h-9 px-4 text-base",
        icon: "size-8",
        "icon-sm": "size-7",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

interface ButtonProps extends ComponentProps<"button">, VariantProps<typeof buttonStyle> {
  /** Draws the one child (a link) as a button. */
  asChild?: boolean;
  /** The action is under way: the button stays where it is and takes no second press. */
  pending?: boolean;
}

/** A push button. Icon-only buttons need an `aria-label`. */
export function Button({ variant, size, className, asChild, pending, disabled, type, ...rest }: ButtonProps) {
  const style = cn(buttonStyle({ variant, size }), className);
  if (asChild) return <Slot.Root className={style} {...rest} />;
  return (
    <button
      type={type ?? "button"}
      className={style}
      disabled={disabled === true || pending === true}
      aria-busy={pending === true ? true : undefined}
      {...rest}
    />
  );
}

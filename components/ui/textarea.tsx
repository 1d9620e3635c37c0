import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlStyle } from "./input";

/** A text field of several lines. */
export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea className={cn(controlStyle, "min-h-20 px-2.5 py-1.5 text-sm", className)} {...rest} />;
}

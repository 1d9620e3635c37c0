import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A grey shape in the size of what is coming. */
export function Skeleton({ className, ...rest }: ComponentProps<"div">) {
  return <div aria-hidden className={cn("animate-pulse rounded-md bg-raised", className)} {...rest} />;
}

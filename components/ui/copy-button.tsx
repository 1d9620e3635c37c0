"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button";
import { cn } from "./cn";

interface CopyButtonProps {
  text: string;
  /** What is copied: "Copy event id". */
  label: string;
  /** Shows the label beside the icon. */
  withLabel?: boolean;
  className?: string;
}

/** Copies `text` and says so for two seconds. */
export function CopyButton({ text, label, withLabel = false, className }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <Button
      variant={withLabel ? "secondary" : "ghost"}
      size={withLabel ? "sm" : "icon-sm"}
      className={cn(!withLabel && "size-6 [&_svg]:size-3.5", className)}
      aria-label={withLabel ? undefined : label}
      title={withLabel ? undefined : label}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      {copied ? <Check aria-hidden className="text-good" /> : <Copy aria-hidden />}
      {withLabel && (copied ? "Copied" : label)}
      <span role="status" className="sr-only">
        {copied && !withLabel ? "Copied" : ""}
      </span>
    </Button>
  );
}

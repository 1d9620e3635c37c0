import type { ReactNode } from "react";
import { Banner } from "./banner";
import { CopyButton } from "./copy-button";

interface ShownOnceProps {
  /** "Copy the link now". */
  title: string;
  /** What becomes of it afterwards. */
  children: ReactNode;
  /** What it is: "Invitation link". */
  label: string;
  value: string;
}

/** A secret text in the one moment when it can be read. */
export function ShownOnce({ title, children, label, value }: ShownOnceProps) {
  return (
    <div className="grid gap-3">
      <Banner tone="warn" title={title}>
        {children}
      </Banner>
      <div className="flex items-center gap-2 rounded-md border border-line bg-code py-2 pr-2 pl-3">
        <code aria-label={label} className="min-w-0 flex-1 font-mono text-xs break-all">
          {value}
        </code>
        <CopyButton text={value} label={`Copy ${label.toLowerCase()}`} withLabel />
      </div>
    </div>
  );
}

import { cn } from "./cn";
import { CopyButton } from "./copy-button";
import { JsonText } from "./json-text";

interface CodeBlockProps {
  code: string;
  /** What it is, for screen readers and the copy button: "Request body". */
  label: string;
  language?: "json" | "text";
  /** Breaks long lines instead of scrolling. */
  wrap?: boolean;
  className?: string;
}

/** Monospaced text in a box with a copy button. */
export function CodeBlock({ code, label, language = "text", wrap = false, className }: CodeBlockProps) {
  return (
    <div className={cn("group relative min-w-0 rounded-md border border-line bg-code", className)}>
      <pre
        tabIndex={0}
        role="region"
        aria-label={label}
        className={cn(
          "max-h-96 overflow-auto py-2.5 pr-10 pl-3 font-mono text-xs leading-5 text-ink",
          wrap && "break-all whitespace-pre-wrap",
        )}
      >
        <code>{language === "json" ? <JsonText text={code} /> : code}</code>
      </pre>
      <CopyButton text={code} label={`Copy ${label.toLowerCase()}`} className="absolute top-1.5 right-1.5" />
    </div>
  );
}

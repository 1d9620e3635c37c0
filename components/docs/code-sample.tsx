import { Fragment } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { JsonText } from "@/components/ui/json-text";
import { highlight, type HighlightedLanguage } from "./highlight";
import "./code-colours.css";

export type CodeLanguage = HighlightedLanguage | "json" | "text";

interface CodeSampleProps {
  code: string;
  /** What it is: a file's name, "Answer"; shown above the code. */
  title: string;
  language: CodeLanguage;
}

/** Code with its name, in colours, to be copied. */
export async function CodeSample({ code, title, language }: CodeSampleProps) {
  return (
    <figure className="docs-code overflow-hidden rounded-lg border border-line bg-code">
      <figcaption className="flex h-9 items-center justify-between gap-2 border-b border-line pr-1.5 pl-4 text-xs text-ink-2">
        <span className="min-w-0 truncate font-mono">{title}</span>
        <CopyButton text={code} label={`Copy ${title}`} />
      </figcaption>
      <pre
        tabIndex={0}
        role="region"
        aria-label={title}
        className="overflow-x-auto px-4 py-3 font-mono text-xs leading-5"
      >
        <code>
          <Coloured code={code} language={language} />
        </code>
      </pre>
    </figure>
  );
}

async function Coloured({ code, language }: Pick<CodeSampleProps, "code" | "language">) {
  if (language === "text") return code;
  if (language === "json") return <JsonText text={code} />;
  const lines = await highlight(code, language);
  return lines.map((line, index) => (
    <Fragment key={index}>
      {line.map(({ text, color }, position) => (
        <span key={position} style={{ color }}>
          {text}
        </span>
      ))}
      {"\n"}
    </Fragment>
  ));
}

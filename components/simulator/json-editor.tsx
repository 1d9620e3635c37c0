"use client";

import { useId, type KeyboardEvent } from "react";
import { cn } from "@/components/ui/cn";
import { JsonText } from "@/components/ui/json-text";

/** A mistake at a line of the text. */
export interface EditorMark {
  /** 1-based. */
  line: number;
  /** Where in the data: `data.task.title`; empty for broken JSON. */
  path: string;
  message: string;
}

interface JsonEditorProps {
  value: string;
  onChange: (value: string) => void;
  marks: EditorMark[];
  label: string;
  className?: string;
}

/** A text field for JSON: line numbers, colours, Tab to indent, marks at the lines that are wrong. */
export function JsonEditor({ value, onChange, marks, label, className }: JsonEditorProps) {
  const hint = useId();
  const lines = value.split("\n").length;
  const marked = new Map(marks.map((mark) => [mark.line, mark.message]));
  return (
    <div
      className={cn(
        "relative min-h-0 overflow-auto bg-code font-mono text-xs leading-5 focus-within:outline-2 focus-within:-outline-offset-2 focus-within:outline-accent",
        className,
      )}
    >
      <div className="flex min-h-full w-max min-w-full">
        <ol
          aria-hidden
          className="sticky left-0 z-10 border-r border-line bg-code py-2.5 text-right text-ink-3 select-none"
        >
          {Array.from({ length: lines }, (_, index) => (
            <li
              key={index}
              title={marked.get(index + 1)}
              className={cn("pr-2 pl-3", marked.has(index + 1) && "bg-bad-soft font-semibold text-bad")}
            >
              {index + 1}
            </li>
          ))}
        </ol>
        <div className="relative flex-1">
          <pre aria-hidden className="pointer-events-none min-h-full px-3 py-2.5 whitespace-pre">
            <JsonText text={`${value}\n`} />
          </pre>
          {/* The text itself is see-through: the coloured copy beneath shows it. */}
          <textarea
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={onKey}
            aria-label={label}
            aria-describedby={hint}
            aria-invalid={marks.length > 0 ? true : undefined}
            wrap="off"
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            className="absolute inset-0 size-full resize-none overflow-hidden bg-transparent px-3 py-2.5 whitespace-pre text-transparent caret-ink outline-none selection:bg-accent/25"
          />
        </div>
      </div>
      <p id={hint} className="sr-only">
        Tab indents. Press Escape, then Tab, to leave the editor.
      </p>
    </div>
  );
}

/** Tab indents and Enter keeps the indentation; after Escape, Tab moves on as everywhere else (WCAG 2.1.2). */
function onKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
  const field = event.currentTarget;
  if (event.key === "Escape") field.dataset.leaving = "yes";
  else if (event.key === "Tab" && !event.shiftKey && field.dataset.leaving === undefined) {
    event.preventDefault();
    insert("  ");
  } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
    event.preventDefault();
    insert(`\n${indentationAt(field)}`);
  } else if (event.key !== "Tab" && event.key !== "Shift") delete field.dataset.leaving;
}

function indentationAt({ value, selectionStart }: HTMLTextAreaElement): string {
  const before = value.slice(0, selectionStart);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const deeper = /[{[]\s*$/.test(line) ? "  " : "";
  return (/^ */.exec(line)?.[0] ?? "") + deeper;
}

// Deprecated and without a successor: the only way to insert text that undo knows about.
const insert = (text: string): boolean => document.execCommand("insertText", false, text);

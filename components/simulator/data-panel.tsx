"use client";

import { CircleAlert, RotateCcw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { JsonEditor, type EditorMark } from "./json-editor";

interface DataPanelProps {
  text: string;
  marks: EditorMark[];
  edited: boolean;
  onChange: (text: string) => void;
  onReset: () => void;
}

/** The event's data as editable JSON, with what is wrong beneath it. */
export function DataPanel({ text, marks, edited, onChange, onReset }: DataPanelProps) {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-9 items-center justify-between gap-2 border-y border-line px-3">
        <p className="text-xs font-medium text-ink-2">
          Event data {edited && <span className="font-normal text-ink-3">· edited</span>}
        </p>
        {edited ? (
          <Button variant="ghost" size="sm" onClick={onReset}>
            <RotateCcw aria-hidden />
            Reset
          </Button>
        ) : (
          <p className="hidden text-xs text-ink-3 sm:block" aria-hidden>
            <Kbd>Esc</Kbd> <Kbd>Tab</Kbd> leaves
          </p>
        )}
      </div>
      <JsonEditor
        label="Event data as JSON"
        value={text}
        onChange={onChange}
        marks={marks}
        className="h-80 flex-1 lg:h-auto lg:min-h-96"
      />
      <div role="status" className={marks.length > 0 ? "border-t border-line bg-bad-soft" : undefined}>
        {marks.length > 0 && (
          <ul className="grid max-h-40 gap-1.5 overflow-auto px-3 py-2.5 text-xs text-bad">
            {marks.map((mark, index) => (
              <li key={index} className="flex gap-1.5">
                <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
                <span>
                  Line {mark.line}
                  {mark.path !== "" && (
                    <>
                      , <code className="font-mono">{mark.path}</code>
                    </>
                  )}
                  : {mark.message}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

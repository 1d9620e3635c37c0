"use client";

import { useId, useState } from "react";
import { Input } from "@/components/ui/input";

interface MissedChoiceProps {
  /** ISO 8601: the earliest moment. */
  from: string;
  /** Gets the moment from which on things are sent. */
  onChange: (since: string) => void;
}

/** All of it, or only what was missed since a moment of the reader's clock. */
export function MissedChoice({ from, onChange }: MissedChoiceProps) {
  const [part, setPart] = useState<"all" | "since">("all");
  const [moment, setMoment] = useState("");
  const id = useId();
  const choose = (next: "all" | "since", text: string) => {
    setPart(next);
    const at = Date.parse(text);
    onChange(
      next === "all" || Number.isNaN(at) ? from : new Date(Math.max(at, Date.parse(from))).toISOString(),
    );
  };
  return (
    <fieldset className="grid gap-2">
      <legend className="sr-only">What to send</legend>
      <label className="flex items-center gap-2">
        <input type="radio" name={id} checked={part === "all"} onChange={() => choose("all", moment)} />
        All of it
      </label>
      <div className="flex flex-wrap items-center gap-2">
        <label className="flex items-center gap-2">
          <input type="radio" name={id} checked={part === "since"} onChange={() => choose("since", moment)} />
          Only since
        </label>
        <Input
          type="datetime-local"
          className="w-auto"
          aria-label="Only since this moment"
          value={moment}
          disabled={part === "all"}
          onChange={(event) => {
            setMoment(event.target.value);
            choose("since", event.target.value);
          }}
        />
      </div>
    </fieldset>
  );
}

"use client";

import { useState } from "react";
import { textOf } from "@/app/_form/use-form-action";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

const DAY_MS = 24 * 60 * 60 * 1000;

const SPANS = {
  "30": "In 30 days",
  "90": "In 90 days",
  "365": "In a year",
  date: "On a date",
  never: "Never",
};

/** When a key ends: after a span, at the end of a day, or never. */
export function ExpiryFields({ error }: { error: string | undefined }) {
  const [span, setSpan] = useState("365");
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label="Expires" error={span === "date" ? undefined : error}>
        {(control) => (
          <Select {...control} name="span" value={span} onChange={(event) => setSpan(event.target.value)}>
            {Object.entries(SPANS).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {span === "date" && (
        <Field label="Last day" error={error}>
          {(control) => <Input {...control} type="date" name="lastDay" required />}
        </Field>
      )}
    </div>
  );
}

/** What the fields say, as a moment in ISO 8601; null for never. A day ends where the reader is. */
export function expiryOf(form: FormData, now: Date): string | null {
  const span = textOf(form, "span");
  if (span === "never") return null;
  if (span !== "date") return new Date(now.getTime() + Number(span) * DAY_MS).toISOString();
  const end = new Date(`${textOf(form, "lastDay")}T23:59:59.999`);
  return Number.isNaN(end.getTime()) ? "" : end.toISOString();
}

"use client";

import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { FieldMessage } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { HeaderDraft } from "./header-draft";

interface HeaderEditorProps {
  value: HeaderDraft[];
  onValueChange: (rows: HeaderDraft[]) => void;
  /** What is wrong with the header of a name. */
  errorOf: (name: string) => string | undefined;
  /** What is wrong with all of them together. */
  error: string | undefined;
}

/** Custom request headers, one a line. Values that are stored can be replaced or removed, never read. */
export function HeaderEditor({ value, onValueChange, errorOf, error }: HeaderEditorProps) {
  const put = (row: HeaderDraft) =>
    onValueChange(value.map((other) => (other.key === row.key ? row : other)));
  const remove = ({ key }: HeaderDraft) => onValueChange(value.filter((other) => other.key !== key));
  const add = () =>
    onValueChange([...value, { key: crypto.randomUUID(), name: "", value: "", stored: false }]);
  return (
    <div className="grid gap-2.5">
      <p className="text-xs text-ink-2">
        Sent with every request, such as <code className="font-mono">Authorization</code>. Values are stored
        encrypted and never shown again.
      </p>
      {value.length > 0 && (
        <ul className="grid gap-2">
          {value.map((row) => (
            <HeaderRow key={row.key} row={row} error={errorOf(row.name)} onChange={put} onRemove={remove} />
          ))}
        </ul>
      )}
      {error && <FieldMessage>{error}</FieldMessage>}
      <Button size="sm" className="justify-self-start" onClick={add}>
        <Plus aria-hidden /> Add header
      </Button>
    </div>
  );
}

interface HeaderRowProps {
  row: HeaderDraft;
  error: string | undefined;
  onChange: (row: HeaderDraft) => void;
  onRemove: (row: HeaderDraft) => void;
}

function HeaderRow({ row, error, onChange, onRemove }: HeaderRowProps) {
  const { key, name, stored } = row;
  const label = name.trim() || "new header";
  const invalid = {
    "aria-invalid": error ? (true as const) : undefined,
    "aria-describedby": error ? `${key}-error` : undefined,
  };
  return (
    <li className="grid gap-1">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-1.5 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto]">
        <Input
          {...invalid}
          {...CODE}
          value={name}
          readOnly={stored}
          autoFocus={!stored && name === ""}
          onChange={(event) => onChange({ ...row, name: event.target.value })}
          aria-label={`Name of ${label}`}
          placeholder="X-Api-Key"
        />
        <span className="row-start-2 min-w-0 sm:row-start-auto">
          <HeaderValue row={row} label={label} invalid={invalid} onChange={onChange} />
        </span>
        <Button size="icon" variant="ghost" aria-label={`Remove ${label}`} onClick={() => onRemove(row)}>
          <X aria-hidden />
        </Button>
      </div>
      {error && <FieldMessage id={`${key}-error`}>{error}</FieldMessage>}
    </li>
  );
}

interface HeaderValueProps extends Pick<HeaderRowProps, "row" | "onChange"> {
  label: string;
  invalid: { "aria-invalid": true | undefined; "aria-describedby": string | undefined };
}

function HeaderValue({ row, label, invalid, onChange }: HeaderValueProps) {
  if (row.value === null) {
    return (
      <span className="flex h-8 items-center justify-between gap-2 rounded-md border border-line bg-raised/60 pr-1 pl-2.5 text-xs text-ink-2">
        <span>
          <span aria-hidden className="mr-1.5 font-mono tracking-widest">
            ••••
          </span>
          <span>set</span>
        </span>
        <Button
          size="sm"
          variant="ghost"
          className="h-6"
          aria-label={`Replace ${label}`}
          onClick={() => onChange({ ...row, value: "" })}
        >
          Replace
        </Button>
      </span>
    );
  }
  return (
    <Input
      {...invalid}
      {...CODE}
      value={row.value}
      required={row.name.trim() !== ""}
      autoFocus={row.stored}
      onChange={(event) => onChange({ ...row, value: event.target.value })}
      aria-label={`Value of ${label}`}
      placeholder="Value"
    />
  );
}

const CODE = { className: "font-mono text-xs", autoComplete: "off", spellCheck: false } as const;

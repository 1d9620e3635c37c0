"use client";

import { Popover } from "radix-ui";
import { CalendarRange } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ToggleGroup, ToggleGroupItem } from "@/components/ui/toggle-group";
import { clockMoment, clockText } from "@/lib/workspaces/formats";
import { RANGES, type Range } from "../log-window";

interface Bounds {
  from: Date | null;
  to: Date | null;
  range: Range | null;
}

interface RangePickerProps {
  value: Bounds;
  /** The workspace's: moments are written as its clocks show them. */
  timeZone: string;
  onValueChange: (bounds: Bounds) => void;
}

/** The last hour, day, week or month, or moments of one's own; nothing pressed means everything that is kept. */
export function RangePicker({ value, timeZone, onValueChange }: RangePickerProps) {
  const own = value.from !== null || value.to !== null;
  return (
    <div className="flex gap-1.5">
      <ToggleGroup
        type="single"
        aria-label="Time range"
        value={own ? "" : (value.range ?? "")}
        onValueChange={(chosen: string) =>
          onValueChange({ from: null, to: null, range: RANGES.find((range) => range === chosen) ?? null })
        }
      >
        {RANGES.map((range) => (
          <ToggleGroupItem key={range} value={range} className="h-8" aria-label={`Last ${range}`}>
            {range}
          </ToggleGroupItem>
        ))}
      </ToggleGroup>
      <OwnRange
        key={`${value.from?.getTime()} ${value.to?.getTime()}`}
        value={value}
        active={own}
        timeZone={timeZone}
        onValueChange={onValueChange}
      />
    </div>
  );
}

function OwnRange({ value, active, timeZone, onValueChange }: RangePickerProps & { active: boolean }) {
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState(() => written(value.from, timeZone));
  const [to, setTo] = useState(() => written(value.to, timeZone));
  const [since, until] = [read(from, timeZone), read(to, timeZone)];
  const backwards = since !== null && until !== null && since >= until;
  const apply = () => {
    onValueChange({ from: since, to: until, range: null });
    setOpen(false);
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button
          type="button"
          data-state={active ? "on" : "off"}
          aria-label="Own time range"
          className="inline-flex h-8 items-center gap-1.5 rounded-md border border-line-strong/70 bg-surface px-2 text-xs font-medium text-ink-2 hover:bg-raised hover:text-ink data-[state=on]:border-accent data-[state=on]:bg-accent-soft data-[state=on]:text-accent"
        >
          <CalendarRange aria-hidden className="size-3.5" /> Custom
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={12}
          aria-label="Own time range"
          className="z-50 w-72 rounded-lg border border-line bg-surface p-4 shadow-pop outline-none data-[state=open]:animate-rise"
        >
          <form
            className="grid gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              if (!backwards) apply();
            }}
          >
            <MomentField label="From" value={from} onChange={setFrom} />
            <MomentField
              label="To"
              value={to}
              onChange={setTo}
              error={backwards ? "This is not after the beginning." : undefined}
            />
            <p className="text-xs text-ink-3">As clocks show it in {timeZone}. Left empty, a side is open.</p>
            <Button type="submit" variant="primary" disabled={backwards}>
              Apply
            </Button>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface MomentFieldProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  error?: string;
}

const MomentField = ({ label, value, onChange, error }: MomentFieldProps) => (
  <Field label={label} error={error}>
    {(control) => (
      <Input
        {...control}
        type="datetime-local"
        step={1}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);

const written = (at: Date | null, timeZone: string): string =>
  at === null ? "" : clockText(at.getTime(), timeZone);

function read(text: string, timeZone: string): Date | null {
  const at = clockMoment(text, timeZone);
  return Number.isNaN(at) ? null : new Date(at);
}

"use client";

import { Check, Search } from "lucide-react";
import { useId, useState, type KeyboardEvent, type ReactNode } from "react";
import { cn } from "./cn";

export interface ListGroup<Option extends string> {
  /** Null for options that stand before all groups. */
  name: string | null;
  options: readonly Option[];
}

interface SearchListProps<Option extends string> {
  /** What is listed: "Event types". */
  label: string;
  /** Says in the empty field what is searched. */
  placeholder: string;
  /** What is found for a search, in order. */
  find: (search: string) => readonly ListGroup<Option>[];
  value: Option;
  onChoose: (option: Option) => void;
  /** How an option is drawn, after its mark. */
  children: (option: Option) => ReactNode;
}

/** A field and the grouped list that it searches: arrow keys go through it, Enter chooses. */
export function SearchList<Option extends string>(props: SearchListProps<Option>) {
  const { label, placeholder, find, value, onChoose, children } = props;
  const id = useId();
  const [search, setSearch] = useState("");
  const [active, setActive] = useState(value);
  const groups = find(search).filter(({ options }) => options.length > 0);
  const options = groups.flatMap((group) => group.options);
  const current = options.includes(active) ? active : options[0];
  const idOf = (option: Option) => `${id}-${option}`;

  function onKey(event: KeyboardEvent) {
    if (current === undefined) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      const next = options[(options.indexOf(current) + step + options.length) % options.length] ?? current;
      setActive(next);
      document.getElementById(idOf(next))?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") onChoose(current);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <div className="relative border-b border-line">
        <Search aria-hidden className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-3" />
        <input
          autoFocus
          role="combobox"
          aria-label={`Search ${label.toLowerCase()}`}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={current === undefined ? undefined : idOf(current)}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={onKey}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          className="h-9 w-full bg-transparent pr-3 pl-9 text-sm outline-none placeholder:text-ink-3"
        />
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        className="max-h-80 overflow-y-auto overscroll-contain p-1"
      >
        {groups.map((group) => (
          <Group key={group.name ?? ""} name={group.name}>
            {group.options.map((option) => (
              <Option
                key={option}
                id={idOf(option)}
                chosen={option === value}
                active={option === current}
                onChoose={() => onChoose(option)}
              >
                {children(option)}
              </Option>
            ))}
          </Group>
        ))}
      </div>
      {options.length === 0 && (
        <p role="status" className="px-3 pb-4 text-center text-sm text-ink-3">
          Nothing matches “{search}”.
        </p>
      )}
    </>
  );
}

function Group({ name, children }: { name: string | null; children: ReactNode }) {
  if (name === null) return children;
  return (
    <div role="group" aria-label={name}>
      <p aria-hidden className="px-2 pt-2 pb-1 text-xs font-medium text-ink-3">
        {name}
      </p>
      {children}
    </div>
  );
}

interface OptionProps {
  id: string;
  chosen: boolean;
  active: boolean;
  onChoose: () => void;
  children: ReactNode;
}

/** One function for all times, or every step of the arrow keys would scroll back to what is chosen. */
const intoView = (node: HTMLElement | null): void => node?.scrollIntoView({ block: "nearest" });

const Option = ({ id, chosen, active, onChoose, children }: OptionProps) => (
  <div
    id={id}
    role="option"
    aria-selected={chosen}
    onClick={onChoose}
    ref={chosen ? intoView : undefined}
    className={cn(
      "flex h-8 cursor-pointer items-center gap-2 rounded-md px-2 text-sm hover:bg-raised",
      active && "bg-raised",
    )}
  >
    <Check aria-hidden className={cn("size-4 shrink-0 text-accent", !chosen && "invisible")} />
    {children}
  </div>
);

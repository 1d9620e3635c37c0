"use client";

import { Slot } from "radix-ui";
import { useId, type ComponentType, type KeyboardEvent, type PointerEvent, type ReactElement } from "react";
import { deferred } from "./deferred";
import type { OpenerRef } from "./opener";
import { useOpening } from "./use-opening";

/** What a menu is told by the button that opens it. */
export interface MenuProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What it is placed beside, and where focus goes back to. */
  opener: OpenerRef;
  /** The button's id, which names the menu. */
  labelledBy: string;
}

const OPENS: readonly string[] = ["Enter", " ", "ArrowDown"];

/** A button and its menu, opened by press and by keyboard. The menu's code comes as that of a lazy window does. */
export function lazyMenu<Props extends object>(
  fetchMenu: () => Promise<ComponentType<Props & MenuProps>>,
): ComponentType<Props & { trigger: ReactElement }> {
  const code = deferred(fetchMenu);
  return function LazyMenu({ trigger, ...props }) {
    const id = useId();
    const { open, change, code: Menu, opener, button } = useOpening(code);
    const press = (event: PointerEvent) => {
      // A press of another button, or Control for a context menu, is none of the menu's.
      if (event.button !== 0 || event.ctrlKey) return;
      change(!open);
      // Else the button would take the focus from the menu.
      if (!open) event.preventDefault();
    };
    const type = (event: KeyboardEvent) => {
      if (!OPENS.includes(event.key)) return;
      event.preventDefault();
      change(true);
    };
    return (
      <>
        <Slot.Root
          {...button}
          id={id}
          ref={opener}
          aria-haspopup="menu"
          onPointerDown={press}
          onKeyDown={type}
        >
          {trigger}
        </Slot.Root>
        {/* From the beginning: a menu has to know whether it is opened by key. */}
        {Menu && (
          <Menu
            {...(props as unknown as Props)}
            open={open}
            onOpenChange={change}
            opener={opener}
            labelledBy={id}
          />
        )}
      </>
    );
  };
}

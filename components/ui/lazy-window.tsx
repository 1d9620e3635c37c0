"use client";

import { Slot } from "radix-ui";
import { useState, type ComponentType, type ReactElement } from "react";
import { deferred } from "./deferred";
import type { OpenerRef } from "./opener";
import { useOpening } from "./use-opening";

/** What a window is told by the button that opens it. */
export interface WindowProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Where focus goes back to. */
  opener: OpenerRef;
}

/**
 * A button and the window that it opens. The window's code is fetched when the page is idle, at the latest when the button is
 * pointed at or focused; the window gets the other properties, and stays mounted once it was opened.
 */
export function lazyWindow<Props extends object>(
  fetchWindow: () => Promise<ComponentType<Props & WindowProps>>,
): ComponentType<Props & { trigger: ReactElement }> {
  const code = deferred(fetchWindow);
  return function LazyWindow({ trigger, ...props }) {
    const { open, change, code: Window, opener, button } = useOpening(code);
    const [used, setUsed] = useState(false);
    const press = () => {
      setUsed(true);
      change(true);
    };
    return (
      <>
        <Slot.Root {...button} ref={opener} aria-haspopup="dialog" onClick={press}>
          {trigger}
        </Slot.Root>
        {used && Window && (
          <Window {...(props as unknown as Props)} open={open} onOpenChange={change} opener={opener} />
        )}
      </>
    );
  };
}

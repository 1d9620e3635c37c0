import { useImperativeHandle, type Ref, type RefObject } from "react";

/** The button that opens something; it stands elsewhere on the page. */
export type OpenerRef = RefObject<HTMLElement | null>;

interface OpenerProps {
  of: OpenerRef;
  ref?: Ref<HTMLElement | null>;
}

/**
 * Stands in Radix's trigger for a button that is drawn elsewhere, before Radix has been loaded: focus goes back to that button,
 * and a menu is placed beside it. Draws nothing, and needs none of the properties that the trigger gives it.
 */
export function Opener({ of, ref }: OpenerProps) {
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => of.current);
  return null;
}

"use client";

import { useQueryClient } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { disabledKey } from "./use-disabled";

/** A channel that was off until now. */
export interface SwitchedOn {
  id: string;
  name: string;
  /** ISO 8601: from when on it may have missed something. */
  since: string;
}

/** A channel as it was while it was off. */
export interface WasOff {
  id: string;
  name: string;
  disabledAt: string | null;
  failingSince: string | null;
}

export const OfferMissed = createContext<(channel: SwitchedOn) => void>(() => {});

/** Call it when a channel was switched on, with what it was before: what it has missed is offered, where there is anything. */
export function useOfferMissed(workspace: string): (before: WasOff) => void {
  const offer = useContext(OfferMissed);
  const client = useQueryClient();
  return ({ id, name, disabledAt, failingSince }) => {
    void client.invalidateQueries({ queryKey: disabledKey(workspace) });
    const since = failingSince ?? disabledAt;
    if (since !== null) offer({ id, name, since });
  };
}

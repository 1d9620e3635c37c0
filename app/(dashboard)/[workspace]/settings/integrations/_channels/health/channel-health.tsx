"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { deferred, useDeferred } from "@/components/ui/deferred";
import type { DisabledItem } from "./disabled-item";
import { OfferMissed, type SwitchedOn } from "./offer-missed";
import { DisabledAtFirst, disabledKey } from "./use-disabled";

const offerWindow = deferred(() => import("./missed-dialog"));

interface ChannelHealthProps {
  workspace: string;
  disabled: DisabledItem[];
  children: ReactNode;
}

/**
 * What the pages of a workspace share about channels that were off: which ones are, and the offer to send what one has missed,
 * which outlives the dialog or banner that has switched it on.
 */
export function ChannelHealth({ workspace, disabled, children }: ChannelHealthProps) {
  const [offer, setOffer] = useState<SwitchedOn | null>(null);
  const client = useQueryClient();
  const code = useDeferred(offerWindow);
  const drawn = useRef(disabled);
  useEffect(() => {
    // The server has drawn the page anew: it knows better than what was read before.
    if (drawn.current !== disabled) client.setQueryData(disabledKey(workspace), disabled);
    drawn.current = disabled;
  }, [client, workspace, disabled]);
  return (
    <DisabledAtFirst value={disabled}>
      <OfferMissed value={setOffer}>
        {children}
        {offer && code && (
          <code.MissedDialog
            key={`${offer.id} ${offer.since}`}
            workspace={workspace}
            channel={offer}
            close={() => setOffer(null)}
          />
        )}
      </OfferMissed>
    </DisabledAtFirst>
  );
}

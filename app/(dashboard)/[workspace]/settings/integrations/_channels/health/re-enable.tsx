"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Power } from "lucide-react";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { toggleChannel } from "../actions";
import { useOfferMissed, type WasOff } from "./offer-missed";

interface ReEnableProps {
  workspace: string;
  channel: WasOff;
  onDone: () => void;
}

/** Switches a channel on that was switched off automatically, and offers what it has missed. */
export function ReEnable({ workspace, channel, onDone }: ReEnableProps) {
  const [pending, start] = useTransition();
  const client = useQueryClient();
  const offerMissed = useOfferMissed(workspace);
  const enable = () =>
    start(async () => {
      const result = await toggleChannel(workspace, { id: channel.id, enabled: true });
      if (!result.ok) {
        toast.error(`${channel.name} could not be switched on`, { description: result.error.message });
        return;
      }
      toast.success(`${channel.name} is on again`);
      void client.invalidateQueries({ queryKey: ["channels", workspace] });
      onDone();
      offerMissed(channel);
    });
  return (
    <Button variant="primary" onClick={enable} pending={pending}>
      <Power aria-hidden /> Re-enable channel
    </Button>
  );
}

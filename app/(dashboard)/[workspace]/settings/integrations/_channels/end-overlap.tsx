"use client";

import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { ChannelItem } from "./channel-item";
import { endOverlap } from "./secret-actions";

interface EndOverlapProps {
  workspace: string;
  channel: ChannelItem;
  onEnded: () => void;
}

/** Stops the replaced secret from signing before its time, once that was confirmed. */
export function EndOverlap({ workspace, channel, onEnded }: EndOverlapProps) {
  const end = async (): Promise<boolean> => {
    const result = await endOverlap(workspace, { id: channel.id });
    if (!result.ok) {
      toast.error("The old secret still signs", { description: result.error.message });
      return false;
    }
    toast.success("The old secret no longer signs");
    onEnded();
    return true;
  };
  return (
    <ConfirmDialog
      trigger={<Button size="sm">End overlap now</Button>}
      title="Stop the old secret from signing?"
      confirmLabel="End overlap"
      onConfirm={end}
    >
      <p>
        From the next request on {channel.name} is signed with the new secret alone. A receiver that still has
        the old one refuses what comes.
      </p>
    </ConfirmDialog>
  );
}

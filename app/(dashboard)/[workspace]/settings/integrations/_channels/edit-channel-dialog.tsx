"use client";

import { useState, type ReactNode } from "react";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import type { ChannelItem } from "./channel-item";
import type { Choices } from "./choices";
import { EditChannelForm } from "./edit-channel-form";
import type { ChannelListKey } from "./use-channels";

interface EditChannelDialogProps {
  list: ChannelListKey;
  channel: ChannelItem;
  choices: Choices;
  trigger: ReactNode;
}

/** Changes a channel, and replaces its secret. */
export function EditChannelDialog({ trigger, ...rest }: EditChannelDialogProps) {
  const [open, setOpen] = useState(false);
  const [freshSecret, setFreshSecret] = useState<string | null>(null);
  const change = (next: boolean) => {
    setOpen(next);
    setFreshSecret(null);
  };
  // Neither Escape nor a press beside the window may take a secret away that can't be read again.
  const guard = (event: Event) => {
    if (freshSecret !== null) event.preventDefault();
  };
  return (
    <Dialog open={open} onOpenChange={change}>
      <DialogTrigger asChild>{trigger}</DialogTrigger>
      <DialogContent
        title={freshSecret === null ? `Edit ${rest.channel.name}` : `New secret of ${rest.channel.name}`}
        onInteractOutside={guard}
        onEscapeKeyDown={guard}
      >
        <EditChannelForm
          {...rest}
          freshSecret={freshSecret}
          onFreshSecret={setFreshSecret}
          close={() => change(false)}
        />
      </DialogContent>
    </Dialog>
  );
}

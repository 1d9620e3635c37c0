"use client";

import { useState } from "react";
import { DialogContent, DialogWindow } from "@/components/ui/dialog";
import type { WindowProps } from "@/components/ui/lazy-window";
import type { ChannelItem } from "./channel-item";
import type { Choices } from "./choices";
import { EditChannelForm } from "./edit-channel-form";
import type { ChannelListKey } from "./use-channels";

export interface EditChannelProps {
  list: ChannelListKey;
  channel: ChannelItem;
  choices: Choices;
}

/** Changes a channel, and replaces its secret. */
export function EditChannelWindow({ list, channel, choices, ...frame }: EditChannelProps & WindowProps) {
  const edit = { list, channel, choices, close: () => frame.onOpenChange(false) };
  return <DialogWindow {...frame}>{frame.open && <Edit {...edit} />}</DialogWindow>;
}

function Edit(props: EditChannelProps & { close: () => void }) {
  const { name } = props.channel;
  const [freshSecret, setFreshSecret] = useState<string | null>(null);
  // Neither Escape nor a press beside the window may take a secret away that can't be read again.
  const guard = (event: Event) => {
    if (freshSecret !== null) event.preventDefault();
  };
  return (
    <DialogContent
      title={freshSecret === null ? `Edit ${name}` : `New secret of ${name}`}
      onInteractOutside={guard}
      onEscapeKeyDown={guard}
    >
      <EditChannelForm {...props} freshSecret={freshSecret} onFreshSecret={setFreshSecret} />
    </DialogContent>
  );
}

"use client";

import { RotateCw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { ChannelItem } from "./channel-item";
import { replaceSecret } from "./secret-actions";

interface RotateSecretProps {
  workspace: string;
  channel: ChannelItem;
  /** Gets the new secret, which can't be read again. */
  onRotated: (secret: string) => void;
}

/** Replaces a channel's signing secret, once that was confirmed. */
export function RotateSecret({ workspace, channel, onRotated }: RotateSecretProps) {
  const rotate = async (): Promise<boolean> => {
    const result = await replaceSecret(workspace, { id: channel.id });
    if (result.ok) onRotated(result.data.secret);
    else toast.error("The secret was not rotated", { description: result.error.message });
    return result.ok;
  };
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm">
          <RotateCw aria-hidden /> Rotate secret
        </Button>
      }
      title={`Rotate the secret of ${channel.name}?`}
      confirmLabel="Rotate secret"
      tone="primary"
      onConfirm={rotate}
    >
      <p>
        You get a new secret, shown once. For 24 hours the old one signs every request too, so that you can
        bring the new one to your receiver without losing anything.
      </p>
      <p>
        <code className="font-mono">x-aimee-signature</code> has room for one signature: it is made with the
        new secret at once.
      </p>
    </ConfirmDialog>
  );
}

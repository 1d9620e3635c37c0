"use client";

import { useRouter } from "next/navigation";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { RedeliveryObstacle } from "@/db/queries/redelivery-obstacles";
import { cancelWaitingDelivery } from "./actions";
import { RetryButton } from "./retry-button";

interface DeliveryActionsProps {
  workspace: string;
  id: string;
  /** Why it can't be sent again now. */
  obstacle: RedeliveryObstacle | null;
}

const REASONS = {
  unfinished: "It is tried again by itself. To send it by hand, cancel it first.",
  channel_disabled: "The channel is disabled: enable it to send this again.",
  channel_deleted: "The channel was deleted: there is nothing to send to.",
} as const satisfies Record<RedeliveryObstacle, string>;

/** What can be done with a delivery; what can't says why. */
export function DeliveryActions({ workspace, id, obstacle }: DeliveryActionsProps) {
  const reason = useId();
  return (
    <div className="grid justify-items-start gap-1.5 sm:justify-items-end">
      <div className="flex gap-2">
        {obstacle === "unfinished" && <CancelDelivery workspace={workspace} id={id} />}
        <RetryButton
          workspace={workspace}
          id={id}
          disabled={obstacle !== null}
          describedBy={obstacle === null ? undefined : reason}
        />
      </div>
      {obstacle !== null && (
        <p id={reason} className="max-w-72 text-xs text-ink-3 sm:text-right">
          {REASONS[obstacle]}
        </p>
      )}
    </div>
  );
}

function CancelDelivery({ workspace, id }: { workspace: string; id: string }) {
  const router = useRouter();
  async function cancel(): Promise<boolean> {
    const result = await cancelWaitingDelivery(workspace, { id });
    if (result.ok) toast.success("The delivery was cancelled");
    else toast.error("The delivery was not cancelled", { description: result.error.message });
    router.refresh();
    return result.ok;
  }
  return (
    <ConfirmDialog
      trigger={<Button>Cancel…</Button>}
      title="Cancel this delivery?"
      confirmLabel="Cancel delivery"
      onConfirm={cancel}
    >
      It is not tried again by itself. It can still be sent by hand.
    </ConfirmDialog>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { cancelJob } from "./actions";

/** Stops a running job after a question. */
export function CancelButton({ workspace, id }: { workspace: string; id: string }) {
  const router = useRouter();
  async function cancel(): Promise<boolean> {
    const result = await cancelJob(workspace, { id });
    if (!result.ok) toast.error("The redelivery goes on", { description: result.error.message });
    router.refresh();
    return result.ok;
  }
  return (
    <ConfirmDialog
      trigger={<Button>Cancel…</Button>}
      title="Stop this redelivery?"
      confirmLabel="Stop sending"
      dismissLabel="Keep sending"
      onConfirm={cancel}
    >
      What still waits is not sent again. What is under way ends by itself, and what was sent stays sent.
    </ConfirmDialog>
  );
}

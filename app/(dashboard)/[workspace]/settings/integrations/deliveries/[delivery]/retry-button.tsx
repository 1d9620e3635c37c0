"use client";

import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { LiveRefresh } from "../../_live/live-refresh";
import { useJob } from "../redeliveries/use-job";
import { retryDelivery } from "./actions";

interface RetryButtonProps {
  workspace: string;
  id: string;
  disabled: boolean;
  /** The element that says why. */
  describedBy: string | undefined;
}

/** Sends a finished delivery once more, and keeps the page current until that attempt has been made or was left out. */
export function RetryButton({ workspace, id, disabled, describedBy }: RetryButtonProps) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const { running: waiting, watch } = useJob(workspace);
  const retry = () =>
    start(async () => {
      const result = await retryDelivery(workspace, { id });
      if (!result.ok) {
        toast.error("The delivery was not sent again", { description: result.error.message });
        return;
      }
      watch(result.data.redeliveryId);
      router.refresh();
    });
  return (
    <>
      <LiveRefresh while={waiting} />
      <Button onClick={retry} disabled={disabled} pending={pending || waiting} aria-describedby={describedBy}>
        <RotateCw aria-hidden /> {waiting ? "Sending…" : "Retry now"}
      </Button>
    </>
  );
}

"use client";

import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { LiveRefresh } from "../../_live/live-refresh";
import { retryDelivery } from "./actions";

interface RetryButtonProps {
  workspace: string;
  id: string;
  /** How many attempts the page shows: one more, and the manual one has been made. */
  attempts: number;
  disabled: boolean;
  /** The element that says why. */
  describedBy: string | undefined;
}

/** Sends a finished delivery once more, and keeps the page current until that attempt is there. */
export function RetryButton({ workspace, id, attempts, disabled, describedBy }: RetryButtonProps) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const [askedAt, setAskedAt] = useState<number | null>(null);
  const waiting = askedAt === attempts;
  const retry = () =>
    start(async () => {
      const result = await retryDelivery(workspace, { id });
      if (!result.ok) {
        toast.error("The delivery was not sent again", { description: result.error.message });
        return;
      }
      setAskedAt(attempts);
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

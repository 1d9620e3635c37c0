"use client";

import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { LiveRefresh } from "../../_live/live-refresh";
import { useJob } from "../../deliveries/redeliveries/use-job";
import { ReplayForm } from "./replay-form";

interface ReplayButtonProps {
  workspace: string;
  eventId: string;
}

/** Sends an event again to chosen channels, and keeps the page current until they have it. */
export function ReplayButton({ workspace, eventId }: ReplayButtonProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { running, watch } = useJob(workspace);
  return (
    <>
      <LiveRefresh while={running} />
      <Dialog open={open} onOpenChange={setOpen}>
        <DialogTrigger asChild>
          <Button>
            <RotateCw aria-hidden /> Replay…
          </Button>
        </DialogTrigger>
        <DialogContent
          title="Send this event again"
          description="To channels with a delivery goes one more attempt with the same ids, so that receivers can tell a repeat; channels that match only now get their first."
        >
          <ReplayForm
            workspace={workspace}
            eventId={eventId}
            onDone={(redeliveryId) => {
              watch(redeliveryId);
              setOpen(false);
              router.refresh();
            }}
          />
        </DialogContent>
      </Dialog>
    </>
  );
}

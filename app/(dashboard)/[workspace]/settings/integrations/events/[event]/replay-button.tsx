"use client";

import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { LiveRefresh } from "../../_live/live-refresh";
import { ReplayForm } from "./replay-form";

interface ReplayButtonProps {
  workspace: string;
  eventId: string;
  /** How many attempts the page shows. */
  attempts: number;
}

/** Sends an event again to chosen channels, and keeps the page current until the attempts are there. */
export function ReplayButton({ workspace, eventId, attempts }: ReplayButtonProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [expected, setExpected] = useState(0);
  return (
    <>
      <LiveRefresh while={attempts < expected} />
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
            onDone={(sent) => {
              setExpected(attempts + sent);
              setOpen(false);
              router.refresh();
            }}
          />
        </DialogContent>
      </Dialog>
    </>
  );
}

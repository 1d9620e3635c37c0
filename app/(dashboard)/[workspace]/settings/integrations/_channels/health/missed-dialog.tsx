"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState, useTransition } from "react";
import { missedText } from "@/components/channels/missed-text";
import { paths } from "@/components/layout/paths";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { exactTime } from "@/components/ui/time-text";
import { toast } from "@/components/ui/toast";
import { countMissedEvents, sendMissedEvents } from "./actions";
import { MissedChoice } from "./missed-choice";
import type { SwitchedOn } from "./offer-missed";

interface MissedDialogProps {
  workspace: string;
  channel: SwitchedOn;
  close: () => void;
}

/** Offers to send a channel what it has missed, all of it or the later part. Never opens when there is nothing. */
export function MissedDialog({ workspace, channel, close }: MissedDialogProps) {
  const [since, setSince] = useState(channel.since);
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, start] = useTransition();
  const all = useMissed(workspace, channel.id, channel.since);
  const chosen = useMissed(workspace, channel.id, since);
  if (!all || all.events + all.deliveries === 0) return null;
  const send = () =>
    start(async () => {
      const result = await sendMissedEvents(workspace, { id: channel.id, since });
      if (!result.ok) return setProblem(result.error.message);
      const { started } = result.data;
      toast.success(`${started.toLocaleString("en-GB")} on their way to ${channel.name}`, {
        action: <Link href={paths.deliveriesOfChannel(workspace, channel.id)}>See them</Link>,
      });
      close();
    });
  const total = chosen ? chosen.events + chosen.deliveries : undefined;
  const tooMany = chosen !== undefined && Math.max(chosen.events, chosen.deliveries) > chosen.atMost;
  return (
    <Dialog open onOpenChange={(open) => !open && close()}>
      <DialogContent
        title={`Send what ${channel.name} missed?`}
        description={`Since ${exactTime(channel.since)}.`}
      >
        <DialogBody className="grid content-start gap-4">
          {problem !== null && <Banner role="alert" tone="bad" title={problem} />}
          <p className="text-ink-2">{missedText(all)}</p>
          <MissedChoice from={channel.since} onChange={setSince} />
          <p role="status" className="text-xs text-ink-2">
            {tooMany
              ? `More than ${chosen.atMost.toLocaleString("en-GB")} can't be sent at once: choose a later moment first.`
              : "Events come as new deliveries with the usual retries; what failed or was cancelled gets one more attempt."}
          </p>
        </DialogBody>
        <DialogFooter>
          <Button onClick={close}>Don’t send</Button>
          <Button variant="primary" onClick={send} pending={sending} disabled={!total || tooMany}>
            {total === undefined ? "Counting…" : `Send ${total.toLocaleString("en-GB")}`}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function useMissed(workspace: string, id: string, since: string) {
  const { data } = useQuery({
    queryKey: ["missed-events", workspace, id, since],
    queryFn: async () => {
      const result = await countMissedEvents(workspace, { id, since });
      if (!result.ok) throw new Error(result.error.message);
      return result.data;
    },
    // Each offer counts anew.
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return data;
}

"use client";

import { useEffect, useState, useTransition } from "react";
import { isSendable } from "@/components/events/replay-effect";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogClose, DialogFooter } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/auth/action";
import type { ReplayPreview } from "@/lib/operations/preview-replay";
import { loadReplay, replayEvent } from "./actions";
import { ReplayChoices } from "./replay-choices";

interface ReplayFormProps {
  workspace: string;
  eventId: string;
  /** The replay has started, and this is its job. */
  onDone: (redeliveryId: string) => void;
}

type Loaded = ActionResult<ReplayPreview[]>;

/** Which channels get the event again, each with what happens to it, as of the moment the dialog was opened. */
export function ReplayForm({ workspace, eventId, onDone }: ReplayFormProps) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadReplay(workspace, { eventId }).then((result) => wanted && setLoaded(result));
    return () => {
      wanted = false;
    };
  }, [workspace, eventId]);
  if (loaded === null) {
    return (
      <DialogBody role="status">
        <span className="sr-only">Loading the channels</span>
        <Skeleton className="h-32" />
      </DialogBody>
    );
  }
  if (!loaded.ok) {
    return (
      <DialogBody>
        <Banner tone="bad" title="The channels could not be read" role="alert">
          {loaded.error.message}
        </Banner>
      </DialogBody>
    );
  }
  return <Choose workspace={workspace} eventId={eventId} preview={loaded.data} onDone={onDone} />;
}

function Choose({ workspace, eventId, preview, onDone }: ReplayFormProps & { preview: ReplayPreview[] }) {
  const sendable = preview.filter(isSendable).map(({ channelId }) => channelId);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(sendable));
  const [pending, start] = useTransition();
  const send = () =>
    start(async () => {
      // All of them at once: a call may name a hundred channels, and there may be more.
      const channelIds = chosen.size === sendable.length ? undefined : [...chosen];
      const result = await replayEvent(workspace, { eventId, channelIds });
      if (!result.ok) {
        toast.error("The event was not sent again", { description: result.error.message });
        return;
      }
      toast.success(`Sending again to ${channels(chosen.size)}`);
      onDone(result.data.redeliveryId);
    });
  return (
    <>
      <DialogBody>
        <ReplayChoices preview={preview} chosen={chosen} onChange={setChosen} />
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button variant="primary" pending={pending} disabled={chosen.size === 0} onClick={send}>
          {chosen.size === 0 ? "Send again" : `Send again to ${channels(chosen.size)}`}
        </Button>
      </DialogFooter>
    </>
  );
}

const channels = (count: number): string => `${count} ${count === 1 ? "channel" : "channels"}`;

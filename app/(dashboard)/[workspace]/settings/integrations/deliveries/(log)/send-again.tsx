"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useState, useTransition, type ReactNode } from "react";
import { paths } from "@/components/layout/paths";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogBody,
  DialogClose,
  DialogContent,
  DialogFooter,
  DialogTrigger,
} from "@/components/ui/dialog";
import type { RedeliveryPreview } from "@/lib/operations/preview-redelivery";
import { previewSendAgain, startSendAgain } from "../actions";
import { SendAgainCount } from "./send-again-count";

type Selection = Parameters<typeof previewSendAgain>[1];

interface SendAgainProps {
  workspace: string;
  /** Chosen deliveries; without them it is everything that the address matches. */
  ids?: string[];
  /** A button. */
  trigger: ReactNode;
}

interface State {
  selection?: Selection;
  preview?: RedeliveryPreview;
  /** Why it could not be counted or started. */
  refusal?: string;
}

/** Counts first, then asks, then sends deliveries again and leads to the job's progress. */
export function SendAgain({ workspace, ids, trigger }: SendAgainProps) {
  const router = useRouter();
  const query = useSearchParams().toString();
  const [open, setOpen] = useState(false);
  const [{ selection, preview, refusal }, setState] = useState<State>({});
  const [sending, startSending] = useTransition();

  async function count() {
    const asked = ids ? { ids } : { query, asOf: new Date().toISOString() };
    const result = await previewSendAgain(workspace, asked);
    setState(result.ok ? { selection: asked, preview: result.data } : { refusal: result.error.message });
  }

  function toggle(next: boolean) {
    setOpen(next);
    setState({});
    if (next) void count();
  }

  const send = (asked: Selection) =>
    startSending(async () => {
      const result = await startSendAgain(workspace, asked);
      if (result.ok) router.push(paths.redelivery(workspace, result.data.id));
      else setState({ selection, preview, refusal: result.error.message });
    });

  const ready = selection && preview && preview.total > 0 && !preview.tooMany ? selection : undefined;
  return (
    <Dialog open={open} onOpenChange={toggle}>
      <DialogTrigger asChild>{trigger}</DialogTrigger>
      <DialogContent title={ready && preview ? title(preview.total) : "Send again"} size="sm">
        <DialogBody className="grid gap-3 text-sm text-ink-2">
          {!preview && !refusal && <p role="status">Counting…</p>}
          {preview && <SendAgainCount preview={preview} />}
          {refusal !== undefined && <Banner tone="bad" role="alert" title={refusal} />}
        </DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button variant="primary" disabled={!ready} pending={sending} onClick={() => ready && send(ready)}>
            Send again
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

const title = (total: number): string =>
  total === 1 ? "Send 1 delivery again?" : `Send ${total.toLocaleString("en-GB")} deliveries again?`;

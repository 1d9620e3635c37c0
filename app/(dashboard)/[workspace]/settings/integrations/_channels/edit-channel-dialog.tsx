"use client";

import { useState, useTransition, type ReactNode } from "react";
import { toast } from "sonner";
import { TestResult } from "@/components/channels/test-result";
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
import { editChannel } from "./actions";
import { changesOf, draftOf, problemBeforeSending, type FormProblem } from "./channel-draft";
import { ChannelFields } from "./channel-fields";
import type { ChannelItem } from "./channel-item";
import type { Choices } from "./choices";
import { DraftTestButton } from "./draft-test-button";
import { useReplaceChannels, type ChannelListKey } from "./use-channels";
import { useDraftTest } from "./use-draft-test";

interface EditChannelDialogProps {
  list: ChannelListKey;
  channel: ChannelItem;
  choices: Choices;
  trigger: ReactNode;
}

/** Changes URL, name and filters of a channel. */
export function EditChannelDialog({ trigger, ...rest }: EditChannelDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>{trigger}</DialogTrigger>
      <DialogContent title={`Edit ${rest.channel.name}`} size="md">
        <EditForm {...rest} close={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

type EditFormProps = Omit<EditChannelDialogProps, "trigger"> & { close: () => void };

function EditForm({ list, channel, choices, close }: EditFormProps) {
  const [draft, setDraft] = useState(() => draftOf(channel));
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const [saving, startSaving] = useTransition();
  const { id, provider } = channel;
  const { workspace } = list;
  const { report, testing, test } = useDraftTest({
    ...{ workspace, provider, channel, draft },
    onProblem: setProblem,
  });
  const replace = useReplaceChannels(list);
  const save = () =>
    startSaving(async () => {
      const unsendable = problemBeforeSending(draft);
      if (unsendable) return setProblem(unsendable);
      const result = await editChannel(workspace, { id, ...changesOf(draft, channel) });
      if (!result.ok) return setProblem(result.error);
      replace((channels) => channels.map((other) => (other.id === id ? result.data : other)));
      toast.success(`${result.data.name} was saved`);
      close();
    });
  return (
    <form
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <DialogBody className="grid content-start gap-4">
        {problem && <Banner role="alert" tone="bad" title={problem.message} />}
        <ChannelFields
          provider={provider}
          draft={draft}
          onChange={setDraft}
          problem={problem}
          choices={choices}
          storedUrl={channel.url}
        />
        {report && <TestResult report={report} />}
      </DialogBody>
      <DialogFooter className="justify-between">
        <DraftTestButton testing={testing} onClick={test} />
        <span className="flex gap-2">
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" variant="primary" pending={saving}>
            {saving ? "Saving…" : "Save changes"}
          </Button>
        </span>
      </DialogFooter>
    </form>
  );
}

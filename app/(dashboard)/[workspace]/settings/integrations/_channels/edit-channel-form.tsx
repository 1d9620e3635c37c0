"use client";

import { useId, useTransition } from "react";
import { TestResult } from "@/components/channels/test-result";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogClose, DialogFooter } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { editChannel } from "./actions";
import { changesOf, draftOf, problemBeforeSending, type FormProblem } from "./channel-draft";
import { ChannelFields } from "./channel-fields";
import type { ChannelItem } from "./channel-item";
import type { Choices } from "./choices";
import { DraftTestButton } from "./draft-test-button";
import { SecretSection } from "./secret-section";
import { SecretStep } from "./secret-step";
import { useReplaceChannels, type ChannelListKey } from "./use-channels";
import { useDraft } from "./use-draft";
import { useDraftTest } from "./use-draft-test";
import { useReveal } from "./use-reveal";

interface EditChannelFormProps {
  list: ChannelListKey;
  channel: ChannelItem;
  choices: Choices;
  /** A secret that was made just now: it alone is shown until it is put away. */
  freshSecret: string | null;
  onFreshSecret: (secret: string | null) => void;
  close: () => void;
}

/** All that can be changed of a channel, with a test before saving; its secret has a place of its own below. */
export function EditChannelForm(props: EditChannelFormProps) {
  const { list, channel, choices, freshSecret, onFreshSecret, close } = props;
  const formId = useId();
  const { draft, change, problem, report: refuse, fields } = useDraft(() => draftOf(channel));
  const { provider } = channel;
  const { workspace } = list;
  const { report, testing, test } = useDraftTest({
    ...{ workspace, provider, channel, draft },
    onProblem: refuse,
  });
  const result = useReveal(report);
  const { saving, save } = useSave({ list, channel, close, onProblem: refuse });
  if (freshSecret !== null) {
    return <SecretStep secret={freshSecret} onStored={() => onFreshSecret(null)} />;
  }
  return (
    <>
      <DialogBody ref={fields} className="grid content-start gap-4">
        {problem && <Banner role="alert" tone="bad" title={problem.message} />}
        <form
          id={formId}
          onSubmit={(event) => {
            event.preventDefault();
            save(draft);
          }}
        >
          <ChannelFields
            provider={provider}
            draft={draft}
            onChange={change}
            problem={problem}
            choices={choices}
            storedUrl={channel.url}
          />
        </form>
        {/* Outside the form: what its questions submit would bubble up and save the form. */}
        {provider === "webhook" && (
          <SecretSection workspace={workspace} channel={channel} onRotated={onFreshSecret} />
        )}
        <div ref={result}>{report && <TestResult report={report} />}</div>
      </DialogBody>
      <DialogFooter className="justify-between">
        <DraftTestButton testing={testing} onClick={test} />
        <span className="flex gap-2">
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" form={formId} variant="primary" pending={saving}>
            {saving ? "Saving…" : "Save changes"}
          </Button>
        </span>
      </DialogFooter>
    </>
  );
}

interface Saving extends Pick<EditChannelFormProps, "list" | "channel" | "close"> {
  onProblem: (problem: FormProblem) => void;
}

function useSave({ list, channel, close, onProblem }: Saving) {
  const [saving, start] = useTransition();
  const replace = useReplaceChannels(list);
  const save = (draft: ReturnType<typeof draftOf>) =>
    start(async () => {
      const unsendable = problemBeforeSending(draft);
      if (unsendable) return onProblem(unsendable);
      const result = await editChannel(list.workspace, { id: channel.id, ...changesOf(draft, channel) });
      if (!result.ok) return onProblem(result.error);
      await replace((channels) => channels.map((other) => (other.id === channel.id ? result.data : other)));
      toast.success(`${result.data.name} was saved`);
      close();
    });
  return { saving, save };
}

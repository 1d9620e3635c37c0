"use client";

import { ArrowLeft } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { useTransition } from "react";
import { ProviderSteps } from "@/components/channels/provider-steps";
import { TestResult } from "@/components/channels/test-result";
import { paths } from "@/components/layout/paths";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { ProviderId } from "@/lib/providers/provider";
import { addChannel } from "./actions";
import { EMPTY_DRAFT, newChannelOf, problemBeforeSending } from "./channel-draft";
import { ChannelFields } from "./channel-fields";
import type { Choices } from "./choices";
import { DraftTestButton } from "./draft-test-button";
import { useReveal } from "./use-reveal";
import { UseInspector } from "./use-inspector";
import { useReplaceChannels, withFirst, type ChannelListKey } from "./use-channels";
import { useDraft } from "./use-draft";
import { useDraftTest } from "./use-draft-test";

interface AddChannelFormProps {
  list: ChannelListKey;
  provider: ProviderId;
  choices: Choices;
  /** To the choice of a provider; null where there is none. */
  back: (() => void) | null;
  onSaved: (saved: { name: string; secret: string | null }) => void;
}

/** URL, name and filters of a new channel, with the way to its URL beside them and a test before saving. */
export function AddChannelForm({ list, provider, choices, back, onSaved }: AddChannelFormProps) {
  const { draft, change, fill, problem, report: refuse, fields } = useDraft(() => EMPTY_DRAFT);
  const [saving, startSaving] = useTransition();
  const { workspace } = list;
  const { report, testing, test } = useDraftTest({ workspace, provider, draft, onProblem: refuse });
  const result = useReveal(report);
  const replace = useReplaceChannels(list);
  const save = () =>
    startSaving(async () => {
      const unsendable = problemBeforeSending(draft);
      if (unsendable) return refuse(unsendable);
      const added = await addChannel(workspace, { kind: list.kind, provider, ...newChannelOf(draft) });
      if (!added.ok) return refuse(added.error);
      const { channel, secret } = added.data;
      if (list.cursor === null) await replace((channels) => withFirst(channel, channels));
      // With a secret the next step says so, and what floats above it would be in its way.
      if (secret === null) toast.success(`${channel.name} was added`);
      onSaved({ name: channel.name, secret });
    });
  return (
    <form
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <DialogBody className="grid content-start gap-6 md:grid-cols-[minmax(0,1fr)_15rem]">
        <div ref={fields} className="order-last grid content-start gap-4 md:order-none">
          {problem && <Banner role="alert" tone="bad" title={problem.message} />}
          <ChannelFields
            provider={provider}
            draft={draft}
            onChange={change}
            problem={problem}
            choices={choices}
          />
          <div ref={result}>{report && <TestResult report={report} />}</div>
        </div>
        <aside
          aria-label="How to get the URL"
          className="grid content-start gap-3 md:border-l md:border-line md:pl-5"
        >
          <h3 className="text-sm font-medium">How to get the URL</h3>
          <ProviderSteps provider={provider} />
          {list.kind === "crm" && (
            <Link
              href={`${paths.crm(workspace)}#connect` as Route}
              target="_blank"
              className="w-fit rounded-sm text-sm text-accent hover:underline"
            >
              Steps for HubSpot, Salesforce, Zapier and others
            </Link>
          )}
          <UseInspector workspace={workspace} provider={provider} onReady={(url) => fill({ url })} />
        </aside>
      </DialogBody>
      <DialogFooter className="justify-between">
        <span>
          {back && (
            <Button variant="ghost" onClick={back}>
              <ArrowLeft aria-hidden /> Back
            </Button>
          )}
        </span>
        <span className="flex gap-2">
          <DraftTestButton testing={testing} disabled={draft.url.trim() === ""} onClick={test} />
          <Button type="submit" variant="primary" pending={saving}>
            {saving ? "Adding…" : "Add channel"}
          </Button>
        </span>
      </DialogFooter>
    </form>
  );
}

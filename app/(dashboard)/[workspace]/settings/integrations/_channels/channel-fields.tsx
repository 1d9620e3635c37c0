"use client";

import { EventPicker } from "@/components/channels/event-picker";
import { ProjectPicker } from "@/components/channels/project-picker";
import { PROVIDER_GUIDES } from "@/components/channels/provider-steps";
import { Field, FieldMessage } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { ProviderId } from "@/lib/providers/provider";
import { problemOf, type ChannelDraft, type FormProblem } from "./channel-draft";
import type { Choices } from "./choices";

interface ChannelFieldsProps {
  provider: ProviderId;
  draft: ChannelDraft;
  onChange: (draft: ChannelDraft) => void;
  problem: FormProblem | null;
  choices: Choices;
  /** The masked URL of a channel that exists: then the field may stay empty. */
  storedUrl?: string;
  /** Whether there is room for a description. */
  described: boolean;
}

/** URL, name and filters: the same for adding and editing. */
export function ChannelFields(props: ChannelFieldsProps) {
  const { draft, onChange, problem, choices, described } = props;
  const set = <Key extends keyof ChannelDraft>(key: Key, value: ChannelDraft[Key]) =>
    onChange({ ...draft, [key]: value });
  const eventProblem = problemOf(problem, "eventTypes");
  const projectProblem = problemOf(problem, "projectIds");
  return (
    <div className="grid gap-4">
      <UrlField {...props} set={(url) => set("url", url)} />
      <Field label="Name" optional={props.storedUrl === undefined} error={problemOf(problem, "name")}>
        {(control) => (
          <Input
            {...control}
            value={draft.name}
            onChange={(event) => set("name", event.target.value)}
            placeholder="Training alerts"
            required={props.storedUrl !== undefined}
            maxLength={120}
          />
        )}
      </Field>
      {described && (
        <Field label="Description" optional error={problemOf(problem, "description")}>
          {(control) => (
            <Textarea
              {...control}
              className="min-h-14"
              value={draft.description}
              onChange={(event) => set("description", event.target.value)}
              placeholder="What it is for, who looks after it"
              maxLength={1000}
            />
          )}
        </Field>
      )}
      <div className="grid gap-1.5">
        <EventPicker
          choices={choices.events}
          value={draft.eventTypes}
          onValueChange={(types) => set("eventTypes", types)}
        />
        {eventProblem && <FieldMessage>{eventProblem}</FieldMessage>}
      </div>
      {choices.projects.length > 0 && (
        <div className="grid gap-1.5">
          <ProjectPicker
            choices={choices.projects}
            value={draft.projectIds}
            onValueChange={(ids) => set("projectIds", ids)}
          />
          {projectProblem && <FieldMessage>{projectProblem}</FieldMessage>}
        </div>
      )}
    </div>
  );
}

function UrlField({
  provider,
  draft,
  problem,
  storedUrl,
  set,
}: ChannelFieldsProps & { set: (url: string) => void }) {
  const hint =
    storedUrl === undefined ? (
      <>
        Looks like <code className="font-mono">{PROVIDER_GUIDES[provider].example}</code>
      </>
    ) : (
      <>
        Leave it empty to keep <code className="font-mono">{storedUrl}</code>
      </>
    );
  return (
    <Field
      label={provider === "webhook" ? "Endpoint URL" : "Webhook URL"}
      error={problemOf(problem, "url")}
      hint={hint}
      optional={storedUrl !== undefined}
    >
      {(control) => (
        <Input
          {...control}
          className="font-mono text-xs"
          value={draft.url}
          onChange={(event) => set(event.target.value)}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="https://"
          required={storedUrl === undefined}
          autoFocus={storedUrl === undefined}
        />
      )}
    </Field>
  );
}

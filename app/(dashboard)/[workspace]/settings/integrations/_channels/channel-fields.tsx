"use client";

import { CardOptions } from "@/components/channels/card-options";
import { EventPicker } from "@/components/channels/event-picker";
import { HeaderEditor } from "@/components/channels/header-editor";
import { ProjectPicker } from "@/components/channels/project-picker";
import { PROVIDER_GUIDES } from "@/components/channels/provider-steps";
import { Disclosure } from "@/components/ui/disclosure";
import { Field, FieldMessage } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { ProviderId } from "@/lib/providers/provider";
import { BacktestPanel } from "./backtest/backtest-panel";
import { headerProblemOf, problemOf, type ChannelDraft, type FormProblem } from "./channel-draft";
import type { Choices } from "./choices";

interface ChannelFieldsProps {
  provider: ProviderId;
  draft: ChannelDraft;
  onChange: (draft: ChannelDraft) => void;
  problem: FormProblem | null;
  choices: Choices;
  /** The masked URL of a channel that exists: then the field may stay empty. */
  storedUrl?: string;
}

/** All that a channel is made of: the same for adding and editing. */
export function ChannelFields(props: ChannelFieldsProps) {
  const { provider, draft, onChange, problem, choices } = props;
  const eventProblem = problemOf(problem, "eventTypes");
  const projectProblem = problemOf(problem, "projectIds");
  return (
    <div className="grid gap-4">
      <UrlField {...props} />
      <NameFields {...props} />
      <div className="grid gap-1.5">
        <EventPicker
          choices={choices.events}
          value={draft.eventTypes}
          onValueChange={(eventTypes) => onChange({ ...draft, eventTypes })}
        />
        {eventProblem && <FieldMessage>{eventProblem}</FieldMessage>}
      </div>
      {choices.projects.length > 0 && (
        <div className="grid gap-1.5">
          <ProjectPicker
            choices={choices.projects}
            value={draft.projectIds}
            onValueChange={(projectIds) => onChange({ ...draft, projectIds })}
          />
          {projectProblem && <FieldMessage>{projectProblem}</FieldMessage>}
        </div>
      )}
      <BacktestPanel filters={draft} projects={choices.projects} />
      {provider === "webhook" ? (
        <HeaderFields {...props} />
      ) : (
        <CardOptions
          provider={provider}
          value={draft.options}
          onValueChange={(options) => onChange({ ...draft, options })}
          defaults={choices.defaults}
          errorOf={(option) => problemOf(problem, `options.${option}`)}
        />
      )}
    </div>
  );
}

function NameFields({ provider, draft, onChange, problem, storedUrl }: ChannelFieldsProps) {
  const isNew = storedUrl === undefined;
  return (
    <>
      <Field label="Name" optional={isNew} error={problemOf(problem, "name")}>
        {(control) => (
          <Input
            {...control}
            value={draft.name}
            onChange={(event) => onChange({ ...draft, name: event.target.value })}
            placeholder="Training alerts"
            required={!isNew}
            maxLength={120}
          />
        )}
      </Field>
      {(provider === "webhook" || draft.description !== "") && (
        <Field label="Description" optional error={problemOf(problem, "description")}>
          {(control) => (
            <Textarea
              {...control}
              className="min-h-14"
              value={draft.description}
              onChange={(event) => onChange({ ...draft, description: event.target.value })}
              placeholder="What it is for, who looks after it"
              maxLength={1000}
            />
          )}
        </Field>
      )}
    </>
  );
}

function HeaderFields({ draft, onChange, problem }: ChannelFieldsProps) {
  const { headers } = draft;
  const named = headers.some(({ name }) => headerProblemOf(problem, name) !== undefined);
  const other = named ? undefined : problemOf(problem, "headers");
  return (
    <Disclosure
      title="Custom headers"
      summary={headers.length === 0 ? "None" : headers.map(({ name }) => name || "new").join(", ")}
      forceOpen={problemOf(problem, "headers") !== undefined}
    >
      <HeaderEditor
        value={headers}
        onValueChange={(rows) => onChange({ ...draft, headers: rows })}
        errorOf={(name) => headerProblemOf(problem, name)}
        error={other}
      />
    </Disclosure>
  );
}

function UrlField({ provider, draft, onChange, problem, storedUrl }: ChannelFieldsProps) {
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
          onChange={(event) => onChange({ ...draft, url: event.target.value })}
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

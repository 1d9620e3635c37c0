"use client";

import { PROVIDER_GUIDES } from "@/components/channels/provider-steps";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { problemOf } from "./channel-draft";
import type { ChannelFieldsProps } from "./channel-fields-props";

/** Where a channel sends to, and what it is called. */
export const UrlAndNameFields = (props: ChannelFieldsProps) => (
  <>
    <UrlField {...props} />
    <NameFields {...props} />
  </>
);

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

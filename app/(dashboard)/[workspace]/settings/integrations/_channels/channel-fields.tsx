"use client";

import { CardOptions } from "@/components/channels/card-options";
import { EventPicker } from "@/components/channels/event-picker";
import { HeaderEditor } from "@/components/channels/header-editor";
import { ProjectPicker } from "@/components/channels/project-picker";
import { Disclosure } from "@/components/ui/disclosure";
import { FieldMessage } from "@/components/ui/field";
import { BacktestPanel } from "./backtest/backtest-panel";
import { headerProblemOf, problemOf } from "./channel-draft";
import type { ChannelFieldsProps } from "./channel-fields-props";
import { UrlAndNameFields } from "./url-and-name-fields";

/** All that a channel is made of: the same for adding and editing. */
export function ChannelFields(props: ChannelFieldsProps) {
  const { provider, draft, onChange, problem, choices } = props;
  const eventProblem = problemOf(problem, "eventTypes");
  const projectProblem = problemOf(problem, "projectIds");
  return (
    <div className="grid gap-4">
      <UrlAndNameFields {...props} />
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

"use client";

import { useMemo } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { formatFor } from "@/lib/messages/format";
import type { ChannelOptions, ProviderId } from "@/lib/providers/provider";
import { localeChoices, timeZoneChoices, type Choice } from "@/lib/workspaces/choices";

/** How the workspace writes dates and numbers, where a channel says nothing else. */
export interface CardDefaults {
  locale: string;
  timeZone: string;
}

interface CardOptionsProps {
  provider: Exclude<ProviderId, "webhook">;
  value: ChannelOptions;
  onValueChange: (options: ChannelOptions) => void;
  defaults: CardDefaults;
  errorOf: (option: keyof ChannelOptions) => string | undefined;
}

/** How a channel's cards look: links, language and time zone. Whatever is left alone follows the workspace. */
export function CardOptions(props: CardOptionsProps) {
  const { provider, value, errorOf } = props;
  const wrong = (["linkStyle", "locale", "timeZone"] as const).some((option) => errorOf(option));
  return (
    <Disclosure title="Card options" summary={summaryOf(provider, value)} forceOpen={wrong}>
      <OptionFields {...props} />
    </Disclosure>
  );
}

function OptionFields({ provider, value, onValueChange, defaults, errorOf }: CardOptionsProps) {
  const { locale = defaults.locale, timeZone = defaults.timeZone } = value;
  const locales = useMemo(() => localeChoices(locale), [locale]);
  const timeZones = useMemo(() => timeZoneChoices(timeZone), [timeZone]);
  const set = (option: keyof ChannelOptions, chosen: string) => {
    const { [option]: _, ...others } = value;
    onValueChange(chosen === "" ? others : { ...others, [option]: chosen });
  };
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {provider === "slack" && (
        <Field
          className="sm:col-span-2"
          label="Links"
          error={errorOf("linkStyle")}
          hint="Slack shows a warning beside a button when its app has no Interactivity URL. Plain links never have one."
        >
          {(control) => (
            <Select
              {...control}
              value={value.linkStyle ?? "buttons"}
              onChange={(event) => set("linkStyle", event.target.value === "links" ? "links" : "")}
            >
              <option value="buttons">Buttons</option>
              <option value="links">Plain links</option>
            </Select>
          )}
        </Field>
      )}
      <Override
        label="Language and region"
        error={errorOf("locale")}
        choices={locales}
        inherited={defaults.locale}
        value={value.locale}
        onChange={(chosen) => set("locale", chosen)}
      />
      <Override
        label="Time zone"
        error={errorOf("timeZone")}
        choices={timeZones}
        inherited={defaults.timeZone}
        value={value.timeZone}
        onChange={(chosen) => set("timeZone", chosen)}
      />
      <p role="status" className="text-xs text-ink-2 sm:col-span-2">
        Cards then say <span className="text-ink tabular-nums">{sample(locale, timeZone)}</span>
      </p>
    </div>
  );
}

interface OverrideProps {
  label: string;
  error: string | undefined;
  choices: Choice[];
  /** What holds when nothing is chosen. */
  inherited: string;
  value: string | undefined;
  onChange: (value: string) => void;
}

function Override({ label, error, choices, inherited, value, onChange }: OverrideProps) {
  const name = choices.find((choice) => choice.value === inherited)?.label ?? inherited;
  return (
    <Field label={label} error={error}>
      {(control) => (
        <Select {...control} value={value ?? ""} onChange={(event) => onChange(event.target.value)}>
          <option value="">As the workspace: {name}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** A moment and a number as cards write them. */
function sample(locale: string, timeZone: string): string {
  const format = formatFor(locale, timeZone);
  return `“${format.moment("2026-06-05T14:47:00.000Z")}” and “${format.number(1234.5)}”.`;
}

function summaryOf(
  provider: CardOptionsProps["provider"],
  { linkStyle, locale, timeZone }: ChannelOptions,
): string {
  const links = provider === "slack" && linkStyle === "links" ? "Plain links" : null;
  const chosen = [links, locale, timeZone].filter(Boolean);
  return chosen.length === 0 ? "As the workspace" : chosen.join(" · ");
}

"use client";

import { useState } from "react";
import { RefusalBanner } from "@/app/_form/refusal-banner";
import { textOf, useFormAction } from "@/app/_form/use-form-action";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Panel, PanelBody } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { Choice } from "@/lib/workspaces/choices";
import { saveGeneral } from "./actions";
import { FormatPreview } from "./format-preview";

interface GeneralFormProps {
  workspace: string;
  settings: { name: string; locale: string; timeZone: string };
  locales: Choice[];
  timeZones: Choice[];
  /** ISO 8601; the moment that the preview writes. */
  now: string;
}

export function GeneralForm({ workspace, settings, locales, timeZones, now }: GeneralFormProps) {
  const [locale, setLocale] = useState(settings.locale);
  const [timeZone, setTimeZone] = useState(settings.timeZone);
  const { formProps, pending, fields, message } = useFormAction(
    (form) => saveGeneral(workspace, { name: textOf(form, "name"), locale, timeZone }),
    () => toast.success("The settings were saved"),
  );
  return (
    <Panel aria-label="Settings">
      <form {...formProps}>
        <PanelBody className="grid gap-4">
          <RefusalBanner message={message} />
          <Field label="Name" error={fields.name}>
            {(control) => (
              <Input {...control} name="name" defaultValue={settings.name} autoComplete="off" required />
            )}
          </Field>
          <Field label="Address" hint="It is part of every link to the workspace and stays as it is.">
            {(control) => (
              <Input {...control} value={`/${workspace}`} readOnly className="font-mono text-xs" />
            )}
          </Field>
          <ChoiceField
            label="Language and region"
            error={fields.locale}
            choices={locales}
            value={locale}
            onChange={setLocale}
            hint="For dates and numbers. The words in cards stay English."
          />
          <ChoiceField
            label="Time zone"
            error={fields.timeZone}
            choices={timeZones}
            value={timeZone}
            onChange={setTimeZone}
          />
          <FormatPreview locale={locale} timeZone={timeZone} now={now} />
        </PanelBody>
        <div className="flex justify-end border-t border-line px-4 py-3">
          <Button type="submit" variant="primary" pending={pending}>
            Save
          </Button>
        </div>
      </form>
    </Panel>
  );
}

interface ChoiceFieldProps {
  label: string;
  hint?: string;
  error: string | undefined;
  choices: Choice[];
  value: string;
  onChange: (value: string) => void;
}

const ChoiceField = ({ label, hint, error, choices, value, onChange }: ChoiceFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(control) => (
      <Select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    )}
  </Field>
);

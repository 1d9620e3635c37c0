"use client";

import { RefusalBanner } from "@/app/_form/refusal-banner";
import { textOf, useFormAction } from "@/app/_form/use-form-action";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DialogBody, DialogClose, DialogFooter } from "@/components/ui/dialog";
import { Field, FieldMessage } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SCOPES, type Scope } from "@/lib/auth/roles";
import { addApiKey } from "./actions";
import { ExpiryFields, expiryOf } from "./expiry-fields";

const SCOPE_RIGHTS = {
  "events:write": "Post events.",
  read: "Read channels, events, deliveries and projects.",
  manage: "Create and change channels and projects, test, retry and replay.",
} as const satisfies Record<Scope, string>;

interface CreateKeyFormProps {
  workspace: string;
  onKey: (key: string) => void;
}

export function CreateKeyForm({ workspace, onKey }: CreateKeyFormProps) {
  const { formProps, pending, fields, message } = useFormAction(
    (form) =>
      addApiKey(workspace, {
        name: textOf(form, "name"),
        scopes: SCOPES.filter((scope) => form.has(scope)),
        expiresAt: expiryOf(form, new Date()),
      }),
    ({ key }) => onKey(key),
  );
  return (
    <form {...formProps} className="contents">
      <DialogBody className="grid gap-4">
        <RefusalBanner message={message} />
        <Field label="Name" error={fields.name} hint="What will use it, to tell it from others.">
          {(control) => (
            <Input
              {...control}
              name="name"
              placeholder="Course platform"
              autoComplete="off"
              required
              autoFocus
            />
          )}
        </Field>
        <ScopeFields error={fields.scopes} />
        <ExpiryFields error={fields.expiresAt} />
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" pending={pending}>
          Create key
        </Button>
      </DialogFooter>
    </form>
  );
}

const ScopeFields = ({ error }: { error: string | undefined }) => (
  <fieldset className="grid gap-2">
    <legend className="mb-1.5 text-sm font-medium">Scopes</legend>
    {SCOPES.map((scope) => (
      <label key={scope} className="grid cursor-pointer grid-cols-[1rem_1fr] gap-x-2.5">
        <Checkbox
          name={scope}
          defaultChecked={scope === "events:write"}
          className="mt-0.5"
          aria-labelledby={`scope-${scope}`}
          aria-describedby={`scope-${scope}-rights`}
          aria-invalid={error ? true : undefined}
        />
        <span id={`scope-${scope}`} className="font-mono text-xs leading-5">
          {scope}
        </span>
        <span id={`scope-${scope}-rights`} className="col-start-2 text-xs text-ink-2">
          {SCOPE_RIGHTS[scope]}
        </span>
      </label>
    ))}
    {error && <FieldMessage>{error}</FieldMessage>}
  </fieldset>
);

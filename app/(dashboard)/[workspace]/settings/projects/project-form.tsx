"use client";

import { RefusalBanner } from "@/app/_form/refusal-banner";
import { textOf, useFormAction } from "@/app/_form/use-form-action";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogClose, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ActionResult } from "@/lib/auth/action";

interface ProjectFormProps<Data> {
  name?: string;
  submitLabel: string;
  save: (name: string) => Promise<ActionResult<Data>>;
  onSaved: () => void;
}

/** The inside of a dialog that asks for a project's name. */
export function ProjectForm<Data>({ name, submitLabel, save, onSaved }: ProjectFormProps<Data>) {
  const { formProps, pending, fields, message } = useFormAction(
    (form) => save(textOf(form, "name")),
    () => onSaved(),
  );
  return (
    <form {...formProps} className="contents">
      <DialogBody className="grid gap-4">
        <RefusalBanner message={message} />
        <Field label="Name" error={fields.name}>
          {(control) => (
            <Input {...control} name="name" defaultValue={name} autoComplete="off" required autoFocus />
          )}
        </Field>
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" pending={pending}>
          {submitLabel}
        </Button>
      </DialogFooter>
    </form>
  );
}

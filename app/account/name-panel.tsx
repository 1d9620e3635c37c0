"use client";

import { RefusalBanner } from "@/app/_form/refusal-banner";
import { textOf, useFormAction } from "@/app/_form/use-form-action";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Panel, PanelBody, PanelHeader } from "@/components/ui/panel";
import { toast } from "@/components/ui/toast";
import { changeOwnName } from "./actions";

/** The reader's name, as others see it. */
export function NamePanel({ name }: { name: string }) {
  const { formProps, pending, fields, message } = useFormAction(
    (form) => changeOwnName({ name: textOf(form, "name") }),
    () => toast.success("Your name was saved"),
  );
  return (
    <Panel aria-labelledby="name">
      <PanelHeader
        id="name"
        title="Name"
        description="How others see you, in member lists and the audit trail."
      />
      <PanelBody>
        <form {...formProps} className="grid gap-4">
          <RefusalBanner message={message} />
          <Field label="Your name" error={fields.name}>
            {(control) => <Input {...control} name="name" defaultValue={name} autoComplete="name" required />}
          </Field>
          <div>
            <Button type="submit" pending={pending}>
              Save name
            </Button>
          </div>
        </form>
      </PanelBody>
    </Panel>
  );
}

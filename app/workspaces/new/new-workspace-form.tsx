"use client";

import { RefusalBanner } from "@/app/_form/refusal-banner";
import { textOf, useFormAction } from "@/app/_form/use-form-action";
import { authFormStyle } from "@/components/layout/auth-frame";
import { Button } from "@/components/ui/button";
import { WorkspaceFields } from "@/components/workspaces/workspace-fields";
import { addWorkspace } from "./actions";

/** Name and address; locale and time zone begin as the browser's. */
export function NewWorkspaceForm() {
  const { formProps, pending, fields, message } = useFormAction((form) =>
    addWorkspace({
      name: textOf(form, "name"),
      slug: textOf(form, "slug"),
      locale: navigator.language,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    }),
  );
  return (
    <form {...formProps} className={authFormStyle}>
      <RefusalBanner message={message} />
      <WorkspaceFields nameField="name" nameError={fields.name} slugError={fields.slug} autoFocus />
      <Button type="submit" variant="primary" size="lg" pending={pending} className="w-full">
        {pending ? "Creating…" : "Create workspace"}
      </Button>
    </form>
  );
}

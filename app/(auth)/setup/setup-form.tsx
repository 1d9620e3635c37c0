"use client";

import { RefusalBanner } from "@/app/_form/refusal-banner";
import { textOf, useFormAction } from "@/app/_form/use-form-action";
import { authFormStyle } from "@/components/layout/auth-frame";
import { Button } from "@/components/ui/button";
import { WorkspaceFields } from "@/components/workspaces/workspace-fields";
import { AccountFields } from "../account-fields";
import { setUpSystem } from "./actions";

/** The first account and the first workspace in one form. */
export function SetupForm() {
  const { formProps, pending, fields, message } = useFormAction((form) =>
    setUpSystem({
      name: textOf(form, "name"),
      email: textOf(form, "email"),
      password: textOf(form, "password"),
      workspaceName: textOf(form, "workspaceName"),
      slug: textOf(form, "slug"),
      locale: navigator.language,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    }),
  );
  return (
    <form {...formProps} className={authFormStyle}>
      <RefusalBanner message={message} />
      <AccountFields errors={fields} />
      <WorkspaceFields nameField="workspaceName" nameError={fields.workspaceName} slugError={fields.slug} />
      <Button type="submit" variant="primary" size="lg" pending={pending} className="w-full">
        {pending ? "Setting up…" : "Create account and workspace"}
      </Button>
    </form>
  );
}

"use client";

import { useState } from "react";
import { RefusalBanner } from "@/app/_form/refusal-banner";
import { textOf, useFormAction } from "@/app/_form/use-form-action";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Panel, PanelBody, PanelHeader } from "@/components/ui/panel";
import { PasswordInput } from "@/components/ui/password-input";
import { toast } from "@/components/ui/toast";
import { MAX_PASSWORD, PASSWORD_HINT } from "@/lib/auth/password-rules";
import { changeOwnPassword } from "./actions";

/** Another password for the present one. */
export function PasswordPanel({ email }: { email: string }) {
  // A new form after each change: no password stays in its fields.
  const [changes, setChanges] = useState(0);
  return (
    <Panel aria-labelledby="password">
      <PanelHeader
        id="password"
        title="Password"
        description="Changing it signs you out everywhere else. This browser stays signed in."
      />
      <PanelBody>
        <PasswordForm key={changes} email={email} onChanged={() => setChanges(changes + 1)} />
      </PanelBody>
    </Panel>
  );
}

function PasswordForm({ email, onChanged }: { email: string; onChanged: () => void }) {
  const { formProps, pending, fields, message } = useFormAction(
    (form) => changeOwnPassword({ current: textOf(form, "current"), next: textOf(form, "next") }),
    () => {
      toast.success("Your password was changed", { description: "Your other sessions have ended." });
      onChanged();
    },
  );
  return (
    <form {...formProps} className="grid gap-4">
      <RefusalBanner message={message} />
      {/* For password managers, which keep the password under this address. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field label="Present password" error={fields.current}>
        {(control) => <PasswordInput {...control} name="current" autoComplete="current-password" required />}
      </Field>
      <Field label="New password" error={fields.next} hint={PASSWORD_HINT}>
        {(control) => (
          <PasswordInput
            {...control}
            name="next"
            autoComplete="new-password"
            maxLength={MAX_PASSWORD}
            required
          />
        )}
      </Field>
      <div>
        <Button type="submit" pending={pending}>
          Change password
        </Button>
      </div>
    </form>
  );
}

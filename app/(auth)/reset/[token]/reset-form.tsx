"use client";

import { RefusalBanner } from "@/app/_form/refusal-banner";
import { textOf, useFormAction } from "@/app/_form/use-form-action";
import { authFormStyle } from "@/components/layout/auth-frame";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { PasswordInput } from "@/components/ui/password-input";
import { MAX_PASSWORD, PASSWORD_HINT } from "@/lib/auth/password-rules";
import { setNewPassword } from "./actions";

interface ResetFormProps {
  token: string;
  email: string;
}

/** A new password by a reset link. */
export function ResetForm({ token, email }: ResetFormProps) {
  const { formProps, pending, fields, message } = useFormAction((form) =>
    setNewPassword({ token, password: textOf(form, "password") }),
  );
  return (
    <form {...formProps} className={authFormStyle}>
      <RefusalBanner message={message} />
      {/* For password managers, which keep the password under this address. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field label="New password" error={fields.password} hint={PASSWORD_HINT}>
        {(control) => (
          <PasswordInput
            {...control}
            name="password"
            autoComplete="new-password"
            maxLength={MAX_PASSWORD}
            required
            autoFocus
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="lg" pending={pending} className="w-full">
        {pending ? "Saving…" : "Save and sign in"}
      </Button>
      <p className="text-center text-xs text-ink-3">Every other session of this account ends.</p>
    </form>
  );
}

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import { MAX_PASSWORD, PASSWORD_HINT } from "@/lib/auth/password-rules";

/** Name, address and password of a new account. `errors` by field. */
export function AccountFields({ errors }: { errors: Record<string, string> }) {
  return (
    <>
      <Field label="Your name" error={errors.name}>
        {(control) => (
          <Input {...control} className="h-9" name="name" autoComplete="name" required autoFocus />
        )}
      </Field>
      <Field label="Email" error={errors.email} hint="You sign in with it. Carillon sends no mail.">
        {(control) => (
          <Input {...control} className="h-9" type="email" name="email" autoComplete="username" required />
        )}
      </Field>
      <Field label="Password" error={errors.password} hint={PASSWORD_HINT}>
        {(control) => (
          <PasswordInput
            {...control}
            name="password"
            autoComplete="new-password"
            maxLength={MAX_PASSWORD}
            required
          />
        )}
      </Field>
    </>
  );
}

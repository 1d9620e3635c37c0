"use client";

import { useActionState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { signIn, type SignInState } from "./actions";

const START: SignInState = { message: null, email: "" };

/** E-mail and password. It works before scripts have loaded, too: then the browser posts the form. */
export function SignInForm({ callbackUrl }: { callbackUrl: string }) {
  const [state, submit, pending] = useActionState(signIn, START);
  return (
    <form action={submit} className="grid gap-4 rounded-xl border border-line bg-surface p-5 shadow-soft">
      {state.message !== null && <Banner role="alert" tone="bad" title={state.message} />}
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Field label="Email">
        {(control) => (
          <Input
            {...control}
            className="h-9"
            type="email"
            name="email"
            defaultValue={state.email}
            autoComplete="username"
            required
            autoFocus
          />
        )}
      </Field>
      <Field label="Password">
        {(control) => (
          <Input
            {...control}
            className="h-9"
            type="password"
            name="password"
            autoComplete="current-password"
            required
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="lg" pending={pending} className="w-full">
        {pending ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
}

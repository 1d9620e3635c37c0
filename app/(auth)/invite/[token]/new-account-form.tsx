"use client";

import Link from "next/link";
import { RefusalBanner } from "@/app/_form/refusal-banner";
import { textOf, useFormAction } from "@/app/_form/use-form-action";
import { authFormStyle } from "@/components/layout/auth-frame";
import { Button } from "@/components/ui/button";
import { AccountFields } from "../../account-fields";
import { joinWithNewAccount } from "./actions";

/** For somebody who is not signed in: a new account, or the way to sign in and come back. */
export function NewAccountForm({ token }: { token: string }) {
  const { formProps, pending, fields, message } = useFormAction((form) =>
    joinWithNewAccount({
      token,
      name: textOf(form, "name"),
      email: textOf(form, "email"),
      password: textOf(form, "password"),
    }),
  );
  const back = `/invite/${encodeURIComponent(token)}`;
  return (
    <form {...formProps} className={authFormStyle}>
      <RefusalBanner message={message} />
      <AccountFields errors={fields} />
      <Button type="submit" variant="primary" size="lg" pending={pending} className="w-full">
        {pending ? "Joining…" : "Create account and join"}
      </Button>
      <p className="text-center text-xs text-ink-2">
        You have an account?{" "}
        <Link
          href={`/sign-in?callbackUrl=${encodeURIComponent(back)}`}
          className="rounded-sm font-medium text-accent underline"
        >
          Sign in and join
        </Link>
      </p>
    </form>
  );
}

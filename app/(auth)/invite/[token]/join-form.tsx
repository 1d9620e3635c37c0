"use client";

import { RefusalBanner } from "@/app/_form/refusal-banner";
import { useFormAction } from "@/app/_form/use-form-action";
import { authFormStyle } from "@/components/layout/auth-frame";
import { Button } from "@/components/ui/button";
import { Initials } from "@/components/ui/initials";
import { joinWorkspace, switchAccount } from "./actions";

interface JoinFormProps {
  token: string;
  user: { name: string; email: string };
}

/** For somebody who is signed in: join as them, or as somebody else. */
export function JoinForm({ token, user }: JoinFormProps) {
  const join = useFormAction(() => joinWorkspace({ token }));
  const other = useFormAction(() => switchAccount({ token }));
  return (
    <div className={authFormStyle}>
      <RefusalBanner message={join.message ?? other.message} />
      <div className="flex min-w-0 items-center gap-2.5">
        <Initials name={user.name} />
        <div className="min-w-0">
          <p className="truncate text-sm font-medium">{user.name}</p>
          <p className="truncate text-xs text-ink-3">{user.email}</p>
        </div>
      </div>
      <form {...join.formProps}>
        <Button type="submit" variant="primary" size="lg" pending={join.pending} className="w-full">
          {join.pending ? "Joining…" : "Join the workspace"}
        </Button>
      </form>
      <form {...other.formProps} className="grid justify-items-center">
        <Button type="submit" variant="ghost" size="sm" pending={other.pending}>
          Sign in as somebody else
        </Button>
      </form>
    </div>
  );
}

import type { Metadata } from "next";
import { AuthFrame } from "@/components/layout/auth-frame";
import { db } from "@/db/client";
import { usableReset } from "@/lib/operations/reset-password";
import { DeadLink } from "../../dead-link";
import { ResetForm } from "./reset-form";

export const metadata: Metadata = { title: "New password" };

interface ResetPageProps {
  params: Promise<{ token: string }>;
}

/** Where a reset link leads. Whether it was used, is too old or never was, is told alike. */
export default async function ResetPage({ params }: ResetPageProps) {
  const { token } = await params;
  const reset = await usableReset(db(), token);
  if (!reset) {
    return (
      <DeadLink title="This link can't be used">
        Each works once and for one day, and a newer one replaces it. Ask an owner of your workspace for
        another.
      </DeadLink>
    );
  }
  return (
    <AuthFrame title="Choose a new password" description={`For ${reset.user.name}, ${reset.user.email}.`}>
      <ResetForm token={token} email={reset.user.email} />
    </AuthFrame>
  );
}

import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { AuthFrame } from "@/components/layout/auth-frame";
import { db } from "@/db/client";
import { hasUsers } from "@/db/queries/users";
import { safeCallbackPath } from "@/lib/auth/callback-url";
import { auth } from "@/lib/auth/session";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

interface SignInPageProps {
  searchParams: Promise<{ callbackUrl?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl } = await searchParams;
  // That the path leads to a page can't be known at compile time.
  const next = safeCallbackPath([callbackUrl].flat()[0]) as Route;
  if (await auth()) redirect(next);
  if (!(await hasUsers(db()))) redirect("/setup");
  return (
    <AuthFrame
      title="Sign in to Carillon"
      description="One keyboard, many bells: your workspace's notifications."
      footer="No account, or forgotten your password? Ask an owner of your workspace for a link."
    >
      <SignInForm callbackUrl={next} />
    </AuthFrame>
  );
}

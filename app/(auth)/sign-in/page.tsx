import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { Logo } from "@/components/layout/logo";
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
  return (
    <main className="grid min-h-dvh grid-rows-[1fr_auto_1.4fr] px-4 py-8">
      <div className="row-start-2 mx-auto grid w-full max-w-sm gap-6">
        <div className="grid justify-items-center gap-3 text-center">
          <span className="grid size-12 place-items-center rounded-xl border border-line bg-surface text-accent shadow-soft">
            <Logo className="size-7" />
          </span>
          <div className="grid gap-1">
            <h1 className="text-xl font-semibold tracking-tight">Sign in to Carillon</h1>
            <p className="text-sm text-ink-2">
              One keyboard, many bells: your workspace&apos;s notifications.
            </p>
          </div>
        </div>
        <SignInForm callbackUrl={next} />
        <p className="text-center text-xs text-ink-3">
          No account, or forgotten your password? Ask an owner of your workspace for a link.
        </p>
      </div>
    </main>
  );
}

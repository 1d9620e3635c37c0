"use server";

import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { db } from "@/db/client";
import { safeCallbackPath } from "@/lib/auth/callback-url";
import { clientAddress } from "@/lib/auth/client-address";
import { startSession } from "@/lib/auth/session";
import { checkSignIn } from "@/lib/auth/sign-in";

/** What the form shows after a try that failed. */
export interface SignInState {
  message: string | null;
  email: string;
}

const MESSAGES = {
  wrong_credentials: "Email or password is wrong.",
  too_many_failures: "Too many failed tries. Wait 15 minutes and try again.",
} as const;

const text = z.string().catch("");
const form = z.object({ email: text, password: text, callbackUrl: text });

/** Signs in and leads on to where the reader wanted to go. */
export async function signIn(_state: SignInState, data: FormData): Promise<SignInState> {
  // An action can be called by hand, with anything.
  const { email, password, callbackUrl } = form.parse(
    data instanceof FormData ? Object.fromEntries(data) : {},
  );
  const address = clientAddress(await headers());
  const result = await checkSignIn(db(), { email, password, address });
  if (!result.ok) return { message: MESSAGES[result.reason], email };
  await startSession(result.user);
  // That the path leads to a page can't be known at compile time.
  redirect(safeCallbackPath(callbackUrl) as Route);
}

import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { db } from "@/db/client";
import type { AccountContext, VisitorContext } from "@/lib/operations/account-context";
import { requestOrigin } from "./origin";
import { PATH_HEADER } from "./path-header";
import { auth } from "./session";

/** The signed-in user of this request with what operations on their account get; null when nobody is signed in. */
export async function accountContext(): Promise<AccountContext | null> {
  const user = await auth();
  return user && { db: db(), user, origin: await requestOrigin() };
}

/** What operations get that need nobody to be signed in. */
export const visitorContext = async (): Promise<VisitorContext> => ({
  db: db(),
  origin: await requestOrigin(),
});

/** For pages of whoever is signed in, in a workspace or not. Signed out: to the sign-in page and back. */
export async function requireAccount(): Promise<AccountContext> {
  const account = await accountContext();
  if (account) return account;
  const path = (await headers()).get(PATH_HEADER) ?? "/";
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
}

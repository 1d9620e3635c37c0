"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { accountContext } from "@/lib/auth/account";
import { endSession } from "@/lib/auth/session";
import { endSessions } from "@/lib/operations/end-sessions";

/** Ends the session of this browser, or all of the user's; then leads to the sign-in page. */
export async function signOut(everywhere: boolean): Promise<void> {
  const account = await accountContext();
  if (account && z.boolean().catch(false).parse(everywhere)) await endSessions(account);
  await endSession();
  redirect("/sign-in");
}

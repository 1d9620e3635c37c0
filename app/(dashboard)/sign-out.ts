"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { endSession } from "@/lib/auth/session";

/** Ends the session of this browser, or all of the user's; then leads to the sign-in page. */
export async function signOut(everywhere: boolean): Promise<void> {
  await endSession({ everywhere: z.boolean().catch(false).parse(everywhere) });
  redirect("/sign-in");
}

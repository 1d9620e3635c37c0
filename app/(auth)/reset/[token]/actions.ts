"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { visitorAction } from "@/lib/auth/action";
import { startSession } from "@/lib/auth/session";
import { resetPassword } from "@/lib/operations/reset-password";

// Bounds only: what is usable is for the operation to say.
const text = z.string().max(1000);

/** Sets a new password by a reset link, ends all sessions, signs in and leads on. */
export const setNewPassword = visitorAction(
  z.object({ token: text, password: text }),
  async (visitor, input): Promise<never> => {
    await startSession(await resetPassword(visitor, input));
    redirect("/");
  },
);

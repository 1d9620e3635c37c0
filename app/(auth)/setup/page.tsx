import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthFrame } from "@/components/layout/auth-frame";
import { db } from "@/db/client";
import { hasUsers } from "@/db/queries/users";
import { SetupForm } from "./setup-form";

export const metadata: Metadata = { title: "Set up" };

/** The first page of an empty system; as soon as anybody has an account it leads away. */
export default async function SetupPage() {
  if (await hasUsers(db())) redirect("/");
  return (
    <AuthFrame
      title="Welcome to Carillon"
      description="Nobody is here yet. Make your account and your first workspace; you will be its owner."
    >
      <SetupForm />
    </AuthFrame>
  );
}

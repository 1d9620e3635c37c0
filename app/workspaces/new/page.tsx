import type { Metadata } from "next";
import Link from "next/link";
import { AuthFrame } from "@/components/layout/auth-frame";
import { requireAccount } from "@/lib/auth/account";
import { NewWorkspaceForm } from "./new-workspace-form";

export const metadata: Metadata = { title: "New workspace" };

export default async function NewWorkspacePage() {
  await requireAccount();
  return (
    <AuthFrame
      title="New workspace"
      description="It has channels, members and API keys of its own. You will be its owner."
      footer={
        <Link href="/" className="rounded-sm underline hover:text-ink">
          Back to your workspaces
        </Link>
      }
    >
      <NewWorkspaceForm />
    </AuthFrame>
  );
}

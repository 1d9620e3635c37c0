import { DoorOpen } from "lucide-react";
import { redirect } from "next/navigation";
import { MessagePage } from "@/components/layout/message-page";
import { paths } from "@/components/layout/paths";
import { db } from "@/db/client";
import { listWorkspacesOfUser } from "@/db/queries/workspaces";
import { auth } from "@/lib/auth/session";

/** Leads on: to the sign-in page, or to the reader's first workspace. */
export default async function StartPage() {
  const user = await auth();
  if (!user) redirect("/sign-in");
  const [first] = await listWorkspacesOfUser(db(), user.id);
  if (first) redirect(paths.overview(first.slug));
  return (
    <MessagePage icon={DoorOpen} title="You are not in a workspace yet">
      Ask an owner of your workspace for an invitation to {user.email}.
    </MessagePage>
  );
}

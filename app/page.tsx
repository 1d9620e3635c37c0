import { DoorOpen } from "lucide-react";
import Link from "next/link";
import { redirect } from "next/navigation";
import { MessagePage } from "@/components/layout/message-page";
import { paths } from "@/components/layout/paths";
import { Button } from "@/components/ui/button";
import { db, rawSql } from "@/db/client";
import { hasUsers } from "@/db/queries/users";
import { listWorkspacesOfUser } from "@/db/queries/workspaces";
import { auth } from "@/lib/auth/session";

/** Leads on: to the first set-up, to the sign-in page, or to the reader's first workspace. */
export default async function StartPage() {
  const user = await auth();
  if (!user) redirect((await hasUsers(db())) ? "/sign-in" : "/setup");
  const [first] = await listWorkspacesOfUser(rawSql(), user.id);
  if (first) redirect(paths.overview(first.slug));
  return (
    <MessagePage
      icon={DoorOpen}
      title="You are not in a workspace yet"
      actions={
        <>
          <Button variant="primary" asChild>
            <Link href={paths.newWorkspace}>New workspace</Link>
          </Button>
          <Button asChild>
            <Link href="/account">Your account</Link>
          </Button>
        </>
      }
    >
      Ask an owner of your workspace for an invitation, open it while signed in as {user.email}, or begin a
      workspace of your own.
    </MessagePage>
  );
}

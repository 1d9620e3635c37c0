import type { Metadata } from "next";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { Logo } from "@/components/layout/logo";
import { paths } from "@/components/layout/paths";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { rawSql } from "@/db/client";
import { listWorkspacesOfUser } from "@/db/queries/workspaces";
import { requireAccount } from "@/lib/auth/account";
import { NamePanel } from "./name-panel";
import { OwnWorkspaces } from "./own-workspaces";
import { PasswordPanel } from "./password-panel";
import { SessionsPanel } from "./sessions-panel";

export const metadata: Metadata = { title: "Your account" };

interface AccountPageProps {
  searchParams: Promise<{ from?: string | string[] }>;
}

/** What belongs to a person and not to a workspace. Open to every role, and to whoever is in no workspace. */
export default async function AccountPage({ searchParams }: AccountPageProps) {
  const { user } = await requireAccount();
  const { from } = await searchParams;
  const workspaces = await listWorkspacesOfUser(rawSql(), user.id);
  const back = workspaces.find(({ slug }) => slug === from) ?? workspaces[0];
  return (
    <>
      <header className="border-b border-line">
        <div className="mx-auto flex h-12 max-w-2xl items-center gap-2.5 px-4">
          <Logo className="size-5 text-accent" />
          <span className="min-w-0 flex-1 text-sm font-semibold">Carillon</span>
          <Button variant="ghost" size="sm" asChild>
            <Link href={back ? paths.overview(back.slug) : "/"} className="min-w-0">
              <ArrowLeft aria-hidden /> <span className="truncate">Back to {back?.name ?? "Carillon"}</span>
            </Link>
          </Button>
        </div>
      </header>
      <main className="mx-auto grid max-w-2xl gap-6 px-4 py-6 lg:py-8">
        <PageHeader title="Your account" description={`You sign in as ${user.email}.`} />
        <NamePanel name={user.name} />
        <PasswordPanel email={user.email} />
        <SessionsPanel />
        <OwnWorkspaces workspaces={workspaces} />
      </main>
    </>
  );
}

import type { Metadata } from "next";
import { requireMember } from "@/lib/auth/require";
import { mayManageIntegrations } from "@/lib/auth/roles";
import { ManagerOverview } from "./manager-overview";
import { MemberWelcome } from "./member-welcome";

export const metadata: Metadata = { title: "Overview" };

interface OverviewPageProps {
  params: Promise<{ workspace: string }>;
}

export default async function OverviewPage({ params }: OverviewPageProps) {
  const access = await requireMember((await params).workspace);
  if (!mayManageIntegrations(access.role)) {
    return <MemberWelcome access={access} />;
  }
  return <ManagerOverview access={access} />;
}

import type { Metadata } from "next";
import { requireMember } from "@/lib/auth/require";
import { mayManageIntegrations } from "@/lib/auth/roles";
import { ManagerOverview } from "./manager-overview";
import { MemberWelcome } from "./member-welcome";
import { DisabledBanner } from "./settings/integrations/_channels/health/disabled-banner";

export const metadata: Metadata = { title: "Overview" };

interface OverviewPageProps {
  params: Promise<{ workspace: string }>;
}

export default async function OverviewPage({ params }: OverviewPageProps) {
  const access = await requireMember((await params).workspace);
  if (!mayManageIntegrations(access.role)) {
    return <MemberWelcome access={access} />;
  }
  return (
    <>
      <DisabledBanner workspace={access.workspace.slug} className="mb-6" />
      <ManagerOverview access={access} />
    </>
  );
}

import type { Metadata } from "next";
import { createLoader, parseAsStringLiteral, type SearchParams } from "nuqs/server";
import { requireMember } from "@/lib/auth/require";
import { mayManageIntegrations } from "@/lib/auth/roles";
import { ManagerOverview } from "./manager-overview";
import { MemberWelcome } from "./member-welcome";
import { DisabledBanner } from "./settings/integrations/_channels/health/disabled-banner";
import { RANGES } from "./settings/integrations/deliveries/log-window";

export const metadata: Metadata = { title: "Overview" };

interface OverviewPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<SearchParams>;
}

const loadParams = createLoader({ range: parseAsStringLiteral(RANGES).withDefault("24h") });

export default async function OverviewPage({ params, searchParams }: OverviewPageProps) {
  const access = await requireMember((await params).workspace);
  if (!mayManageIntegrations(access.role)) {
    return <MemberWelcome access={access} />;
  }
  const { range } = await loadParams(searchParams);
  return (
    <>
      <DisabledBanner workspace={access.workspace.slug} className="mb-6" />
      <ManagerOverview access={access} range={range} />
    </>
  );
}

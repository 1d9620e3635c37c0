import type { ReactNode } from "react";
import { requireManager } from "@/lib/auth/require";
import { DisabledBanner } from "./_channels/health/disabled-banner";

interface IntegrationsLayoutProps {
  params: Promise<{ workspace: string }>;
  children: ReactNode;
}

/** The wall before everything under Integrations, above any loading state, so that a refusal is a real 403. */
export default async function IntegrationsLayout({ params, children }: IntegrationsLayoutProps) {
  const { workspace } = await requireManager((await params).workspace);
  return (
    <>
      <DisabledBanner workspace={workspace.slug} className="mb-6" />
      {children}
    </>
  );
}

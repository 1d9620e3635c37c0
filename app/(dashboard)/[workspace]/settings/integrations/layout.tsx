import type { ReactNode } from "react";
import { requireManager } from "@/lib/auth/require";

interface IntegrationsLayoutProps {
  params: Promise<{ workspace: string }>;
  children: ReactNode;
}

/** The wall before everything under Integrations, above any loading state, so that a refusal is a real 403. */
export default async function IntegrationsLayout({ params, children }: IntegrationsLayoutProps) {
  await requireManager((await params).workspace);
  return children;
}

import type { ReactNode } from "react";
import { requireManager } from "@/lib/auth/require";

interface SettingsLayoutProps {
  params: Promise<{ workspace: string }>;
  children: ReactNode;
}

/** The wall before every setting, above any loading state, so that a refusal is a real 403. */
export default async function SettingsLayout({ params, children }: SettingsLayoutProps) {
  await requireManager((await params).workspace);
  return children;
}

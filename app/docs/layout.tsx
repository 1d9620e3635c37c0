import type { Metadata } from "next";
import type { ReactNode } from "react";
import { DocsShell } from "@/components/docs/docs-shell";
import { navigation } from "@/lib/docs/pages/navigation";
import { taggedOperations } from "./_docs/api";
import "./docs.css";

export const metadata: Metadata = {
  title: { default: "Documentation · Carillon", template: "%s · Carillon Docs" },
  robots: { index: true, follow: true },
};

/** Open to everybody: it says nothing of any workspace. */
export default function DocsLayout({ children }: { children: ReactNode }) {
  return <DocsShell groups={navigation(taggedOperations())}>{children}</DocsShell>;
}

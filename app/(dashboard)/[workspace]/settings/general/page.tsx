import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { requireManager } from "@/lib/auth/require";
import { localeChoices, timeZoneChoices } from "@/lib/workspaces/choices";
import { GeneralForm } from "./general-form";

export const metadata: Metadata = { title: "General" };

interface GeneralPageProps {
  params: Promise<{ workspace: string }>;
}

export default async function GeneralPage({ params }: GeneralPageProps) {
  const { workspace } = await requireManager((await params).workspace);
  const { slug, name, locale, timeZone } = workspace;
  return (
    <div className="grid max-w-2xl gap-6">
      <PageHeader
        title="General"
        description="The workspace's name, and how cards write dates and numbers."
      />
      <GeneralForm
        workspace={slug}
        settings={{ name, locale, timeZone }}
        locales={localeChoices(locale)}
        timeZones={timeZoneChoices(timeZone)}
        now={new Date().toISOString()}
      />
    </div>
  );
}

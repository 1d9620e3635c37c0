import type { Metadata } from "next";
import { paths } from "@/components/layout/paths";
import { ChannelsPage } from "../_channels/channels-page";

export const metadata: Metadata = { title: "CRM Webhooks" };

interface CrmPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ cursor?: string }>;
}

export default async function CrmPage({ params, searchParams }: CrmPageProps) {
  const { workspace } = await params;
  const { cursor } = await searchParams;
  return (
    <ChannelsPage
      workspace={workspace}
      kind="crm"
      cursor={cursor}
      path={paths.crm(workspace)}
      title="CRM Webhooks"
      description="The events themselves as signed JSON, for HubSpot, Salesforce and systems of your own."
      addLabel="Add Webhook"
      empty={{
        title: "No webhooks yet",
        text: "Add an endpoint, choose its events, and verify each request with the secret that you get.",
      }}
    />
  );
}

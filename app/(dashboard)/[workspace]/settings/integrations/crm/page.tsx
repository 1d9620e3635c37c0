import type { Metadata } from "next";
import { paths } from "@/components/layout/paths";
import { ChannelsPage } from "../_channels/channels-page";
import { recipeFrom } from "./_recipes/recipe";
import { Recipes } from "./_recipes/recipes";

export const metadata: Metadata = { title: "CRM Webhooks" };

interface CrmPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ cursor?: string; channel?: string; recipe?: string }>;
}

export default async function CrmPage({ params, searchParams }: CrmPageProps) {
  const { workspace } = await params;
  const { cursor, channel, recipe } = await searchParams;
  const path = paths.crm(workspace);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
      <ChannelsPage
        workspace={workspace}
        kind="crm"
        cursor={cursor}
        channel={channel}
        path={path}
        title="CRM Webhooks"
        description="The events themselves as signed JSON, for HubSpot, Salesforce and systems of your own."
        addLabel="Add Webhook"
        empty={{
          title: "No webhooks yet",
          text: "Add an endpoint, choose its events, and verify each request with the secret that you get.",
        }}
      />
      <Recipes chosen={recipeFrom(recipe)} path={path} cursor={cursor} />
    </div>
  );
}

import type { Metadata } from "next";
import { paths } from "@/components/layout/paths";
import { ChannelsPage } from "../_channels/channels-page";
import { SimulatorSection } from "../simulator/simulator-section";

export const metadata: Metadata = { title: "Chat Notifications" };

interface ChatPageProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<{ cursor?: string; channel?: string }>;
}

export default async function ChatPage({ params, searchParams }: ChatPageProps) {
  const { workspace } = await params;
  const { cursor, channel } = await searchParams;
  return (
    <div className="grid gap-10">
      <ChannelsPage
        workspace={workspace}
        kind="chat"
        cursor={cursor}
        channel={channel}
        path={paths.chat(workspace)}
        title="Chat Notifications"
        description="Messages in Microsoft Teams and Slack, or to an endpoint of yours, when something happens in this workspace."
        addLabel="Add Channel"
        empty={{
          title: "No channels yet",
          text: "Add one and the next event rings there: a course passed, a ticket assigned, a form submitted.",
        }}
      />
      <section aria-labelledby="simulator" className="grid gap-3">
        <div>
          <h2 id="simulator" className="text-lg font-semibold">
            Card Simulator
          </h2>
          <p className="text-ink-2">See how each event looks in each product, before anything is sent.</p>
        </div>
        <SimulatorSection workspace={workspace} label="Simulator" />
      </section>
    </div>
  );
}

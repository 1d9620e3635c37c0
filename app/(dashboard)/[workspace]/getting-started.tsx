import { BellPlus, Zap } from "lucide-react";
import Link from "next/link";
import { paths } from "@/components/layout/paths";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { listChannels } from "@/db/queries/channels";
import type { Access } from "@/lib/auth/access";

/** The next step of a workspace to which nothing was reported: a channel, then an event. */
export async function GettingStarted({ access: { ctx, workspace } }: { access: Access }) {
  const { rows } = await listChannels(ctx.db, ctx.workspaceId, {}, { limit: 1 });
  if (rows.length === 0) {
    return (
      <Panel>
        <EmptyState
          icon={BellPlus}
          title="Begin with a channel"
          action={
            <Button variant="primary" asChild>
              <Link href={paths.chat(workspace.slug)}>Set up a channel</Link>
            </Button>
          }
        >
          A channel is where notifications go: Microsoft Teams, Slack or an endpoint of yours.
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel>
      <EmptyState
        icon={Zap}
        title="Now send an event"
        action={
          <Button asChild>
            <Link href={paths.apiKeys(workspace.slug)}>Create an API key</Link>
          </Button>
        }
      >
        The command below reports one. It then appears under Events with its path to each channel.
      </EmptyState>
    </Panel>
  );
}

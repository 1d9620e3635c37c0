import { Pagination } from "@/components/ui/pagination";
import type { Route } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { requireManager } from "@/lib/auth/require";
import { AddChannel } from "./add-channel";
import type { ChannelItem } from "./channel-item";
import { ChannelList } from "./channel-list";
import { loadActivity } from "./health/load-activity";
import { loadChannels, loadChoices, pageOfChannel } from "./load-list";

interface ChannelsPageProps {
  workspace: string;
  kind: ChannelItem["kind"];
  cursor: string | undefined;
  /** The id of a channel: its page is shown. */
  channel: string | undefined;
  path: Route;
  title: string;
  description: string;
  addLabel: string;
  empty: { title: string; text: string };
}

/** The list of one kind of channels. */
export async function ChannelsPage(props: ChannelsPageProps) {
  const { kind, channel, path, addLabel, empty } = props;
  const { ctx, workspace } = await requireManager(props.workspace);
  const cursor = channel === undefined ? props.cursor : await pageOfChannel(ctx, kind, channel);
  const [page, choices] = await Promise.all([loadChannels(ctx, kind, cursor), loadChoices(ctx, workspace)]);
  const ids = page.channels.map((channel) => channel.id);
  const activity = await loadActivity(ctx, ids);
  const list = { workspace: workspace.slug, kind, cursor: cursor ?? null };
  const older = page.nextCursor && (`${path}?cursor=${encodeURIComponent(page.nextCursor)}` as Route);
  return (
    <div className="grid gap-6">
      <PageHeader
        title={props.title}
        description={props.description}
        actions={<AddChannel list={list} choices={choices} label={addLabel} />}
      />
      <ChannelList
        list={list}
        initial={page}
        activity={activity}
        choices={choices}
        empty={{ ...empty, action: <AddChannel list={list} choices={choices} label={addLabel} /> }}
        pagination={
          (older || cursor !== undefined) && (
            <Pagination
              newest={cursor === undefined ? null : path}
              older={older || null}
              summary={`${page.channels.length} channels`}
            />
          )
        }
      />
    </div>
  );
}

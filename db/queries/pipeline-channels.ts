import type { ChannelOptions, ProviderId } from "@/lib/providers/provider";
import type { Statements } from "./pipeline-events";

/** A signing secret as stored; `id` is the row that it is sealed for. */
export interface SealedSecret {
  id: string;
  sealed: string;
}

/** Everything about a channel that rendering and sending need. */
export interface SendingChannel {
  id: string;
  name: string;
  provider: ProviderId;
  urlSealed: string | null;
  urlMasked: string;
  inspectorToken: string | null;
  headersSealed: string | null;
  options: ChannelOptions;
  enabled: boolean;
  deleted: boolean;
  workspace: { id: string; slug: string; name: string; locale: string; timeZone: string };
  /** The current one first, then those of a rotation's overlap. */
  secrets: SealedSecret[];
}

/** A channel as routing and the choice of path see it. */
export interface RoutableChannel extends SendingChannel {
  eventTypes: string[];
  projectIds: string[];
  consecutiveFailures: number;
}

/** All channels of a workspace, deleted ones left out, oldest first. */
export function routableChannels(sql: Statements, workspaceId: string): Promise<RoutableChannel[]> {
  return sql<RoutableChannel[]>`
    select ${sendingColumns(sql)}, c.event_types as "eventTypes", c.project_ids as "projectIds",
           c.consecutive_failures as "consecutiveFailures"
    from channels c join workspaces w on w.id = c.workspace_id
    where c.workspace_id = ${workspaceId} and c.deleted_at is null
    order by c.created_at, c.id`;
}

/** One channel, deleted or not; undefined when it is unknown or another workspace's. */
export async function sendingChannel(
  sql: Statements,
  workspaceId: string,
  channelId: string,
): Promise<SendingChannel | undefined> {
  const [row] = await sql<SendingChannel[]>`
    select ${sendingColumns(sql)}
    from channels c join workspaces w on w.id = c.workspace_id
    where c.workspace_id = ${workspaceId} and c.id = ${channelId}`;
  return row;
}

/** What rendering needs of a workspace that has no channel yet; undefined when it is unknown. */
export async function sendingWorkspace(
  sql: Statements,
  workspaceId: string,
): Promise<SendingChannel["workspace"] | undefined> {
  const [row] = await sql<SendingChannel["workspace"][]>`
    select id, slug, name, locale, time_zone as "timeZone" from workspaces where id = ${workspaceId}`;
  return row;
}

/** The columns of a SendingChannel, from `channels c` and `workspaces w`. */
export const sendingColumns = (sql: Statements) => sql`
  c.id, c.name, c.provider, c.url_sealed as "urlSealed", c.url_masked as "urlMasked",
  c.inspector_token as "inspectorToken", c.headers_sealed as "headersSealed", c.options, c.enabled,
  c.deleted_at is not null as deleted,
  json_build_object('id', w.id, 'slug', w.slug, 'name', w.name, 'locale', w.locale, 'timeZone', w.time_zone)
    as workspace,
  (select coalesce(json_agg(json_build_object('id', s.id, 'sealed', s.sealed)
                            order by s.expires_at is null desc, s.created_at desc), '[]')
   from channel_secrets s
   where s.channel_id = c.id and (s.expires_at is null or s.expires_at > now())) as secrets`;

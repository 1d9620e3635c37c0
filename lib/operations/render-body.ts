import type { SendingChannel } from "@/db/queries/pipeline-channels";
import type { StoredEvent } from "@/db/queries/pipeline-events";
import type { Event } from "@/lib/events/envelope";
import { describe } from "@/lib/messages/describe";
import type { Message } from "@/lib/messages/message";
import type { RenderContext, Rendered } from "@/lib/providers/provider";
import { providers } from "@/lib/providers/registry";

/** Draws one event for channels; what several channels share is drawn once. */
export interface Renderer {
  render(channel: Drawable): Rendered;
}

/** What of a channel its bodies depend on. */
type Drawable = Pick<SendingChannel, "provider" | "options" | "workspace">;

/** A renderer of one stored event. */
export function rendererOf(stored: StoredEvent, workspaceId: string): Renderer {
  return rendererFor(toEvent(stored, workspaceId));
}

export function rendererFor(event: Event): Renderer {
  const messages = new Map<string, Message>();
  const drawn = new Map<string, Rendered>();
  return {
    render(channel) {
      const { key, context } = styleOf(channel);
      const known = drawn.get(key);
      if (known) return known;
      const tell = () => messageFor(messages, event, context);
      const rendered = providers[channel.provider].render(event, tell, context);
      drawn.set(key, rendered);
      return rendered;
    },
  };
}

/** How a channel's bodies look; channels of one key get the same. */
interface Style {
  key: string;
  context: RenderContext;
}

/** One channel is drawn for again and again. */
const styles = new WeakMap<Drawable, Style>();

function styleOf(channel: Drawable): Style {
  const known = styles.get(channel);
  if (known) return known;
  const context = contextFor(channel);
  const style = { context, key: JSON.stringify([channel.provider, context]) };
  styles.set(channel, style);
  return style;
}

/** The event as pure code sees it. */
export const toEvent = (stored: StoredEvent, workspaceId: string): Event => ({
  id: stored.id,
  type: stored.type,
  workspaceId,
  projectId: stored.projectId,
  actorId: stored.actorId,
  createdAt: stored.createdAt.toISOString(),
  data: JSON.parse(stored.data) as Record<string, unknown>,
  test: stored.test,
});

function messageFor(messages: Map<string, Message>, event: Event, context: RenderContext): Message {
  const key = `${context.locale} ${context.timeZone}`;
  const known = messages.get(key);
  if (known) return known;
  const message = describe(event, context);
  messages.set(key, message);
  return message;
}

/** The channel's own choices before the workspace's. */
function contextFor({ workspace, options }: Drawable): RenderContext {
  return {
    workspaceName: workspace.name,
    locale: options.locale ?? workspace.locale,
    timeZone: options.timeZone ?? workspace.timeZone,
    linkStyle: options.linkStyle ?? "buttons",
  };
}

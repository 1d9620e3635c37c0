import type { SendingChannel } from "@/db/queries/pipeline-channels";
import type { StoredEvent } from "@/db/queries/pipeline-events";
import type { Event } from "@/lib/events/envelope";
import { describe } from "@/lib/messages/describe";
import type { Message } from "@/lib/messages/message";
import type { RenderContext, Rendered } from "@/lib/providers/provider";
import { providers } from "@/lib/providers/registry";

/** Draws one event for channels; what several channels share is drawn once. */
export interface Renderer {
  render(channel: Pick<SendingChannel, "provider" | "options" | "workspace">): Rendered;
}

/** A renderer of one stored event. */
export function rendererOf(stored: StoredEvent, workspaceId: string): Renderer {
  return rendererFor(toEvent(stored, workspaceId));
}

export function rendererFor(event: Event): Renderer {
  const messages = new Map<string, Message>();
  const drawn = new Map<string, Rendered>();
  return {
    render(channel) {
      const context = contextFor(channel);
      const key = JSON.stringify([channel.provider, context]);
      const known = drawn.get(key);
      if (known) return known;
      const rendered = providers[channel.provider].render(
        event,
        messageFor(messages, event, context),
        context,
      );
      drawn.set(key, rendered);
      return rendered;
    },
  };
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
function contextFor({ workspace, options }: Pick<SendingChannel, "options" | "workspace">): RenderContext {
  return {
    workspaceName: workspace.name,
    locale: options.locale ?? workspace.locale,
    timeZone: options.timeZone ?? workspace.timeZone,
    linkStyle: options.linkStyle ?? "buttons",
  };
}

import { isEventType, type EventData } from "@/lib/events/catalogue";
import { validateData } from "@/lib/events/validate";
import { describe } from "@/lib/messages/describe";
import { plain } from "@/lib/messages/text";

interface HeadlineEvent {
  id: string;
  type: string;
  projectId: string | null;
  actorId: string | null;
  createdAt: Date;
  test: boolean;
  /** JSON text; null where it is not at hand. */
  data: string | null;
  searchText: string;
}

interface HeadlineWorkspace {
  id: string;
  name: string;
  locale: string;
  timeZone: string;
}

/**
 * What happened, in a few words, as the cards say it: "Ana Lovelace completed Handling Price Objections". Of data that
 * is not at hand, or that its type's schema does not take any more, the text of the search.
 */
export function headlineOf(event: HeadlineEvent, workspace: HeadlineWorkspace): string {
  if (event.data === null || !isEventType(event.type)) return event.searchText;
  const valid = validateData(event.type, JSON.parse(event.data));
  if (!valid.ok) return event.searchText;
  const { id, type, projectId, actorId, test } = event;
  const data: EventData = valid.data;
  const createdAt = event.createdAt.toISOString();
  const message = describe(
    { id, type, workspaceId: workspace.id, projectId, actorId, createdAt, data, test },
    { workspaceName: workspace.name, locale: workspace.locale, timeZone: workspace.timeZone },
  );
  return message.subtitle === undefined ? message.title : plain(message.subtitle);
}

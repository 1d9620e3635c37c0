import type { EventChoice } from "@/components/channels/event-choice";
import type { ProjectChoice } from "@/components/channels/project-picker";

/** What the filters of a channel can be set to in this workspace. */
export interface Choices {
  events: EventChoice[];
  projects: ProjectChoice[];
}

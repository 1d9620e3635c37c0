import type { CardDefaults } from "@/components/channels/card-options";
import type { EventChoice } from "@/components/channels/event-choice";
import type { ProjectChoice } from "@/components/channels/project-picker";

/** What a channel can be set to in this workspace, and what holds where it is left alone. */
export interface Choices {
  events: EventChoice[];
  projects: ProjectChoice[];
  defaults: CardDefaults;
}

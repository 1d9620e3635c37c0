import type { z } from "zod";
import { databaseContents } from "./database-contents";
import { databases } from "./databases";
import type { EventDefinition } from "./definition";
import { docs } from "./docs";
import { emails } from "./email";
import { files } from "./files";
import { forms } from "./forms";
import { helpdesk } from "./helpdesk";
import { integrations } from "./integrations";
import { learning } from "./learning";
import { meetings } from "./meetings";
import { posts } from "./posts";
import { projects } from "./projects";
import { tasks } from "./tasks";
import { teams } from "./teams";
import type { EventType } from "./types";

export { SAMPLE_NAMES, type EventData, type EventDefinition, type SampleName } from "./definition";
export { EVENT_GROUPS, EVENT_TYPES, isEventType, type EventType } from "./types";

const definitions = {
  ...learning,
  ...helpdesk,
  ...tasks,
  ...forms,
  ...emails,
  ...meetings,
  ...files,
  ...projects,
  ...teams,
  ...docs,
  ...databases,
  ...databaseContents,
  ...posts,
  ...integrations,
} satisfies { [Type in EventType]: EventDefinition<Type> };

/** Everything the product knows about each event type. */
export const catalogue: Record<EventType, EventDefinition> = definitions;

/** `data` of a type after its schema has accepted it. */
export type DataOf<Type extends EventType> = z.output<(typeof definitions)[Type]["schema"]>;

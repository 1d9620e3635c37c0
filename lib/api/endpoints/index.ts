import type { Endpoint } from "../endpoint";
import * as channels from "./channels";
import * as deliveries from "./deliveries";
import * as events from "./events";
import * as eventTypes from "./event-types";
import * as projects from "./projects";

/** Every call of the API, in the order of the document. */
export const endpoints: readonly Endpoint[] = [events, channels, deliveries, projects, eventTypes].flatMap(
  (group) => Object.values(group),
);

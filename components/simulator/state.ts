"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { CARD_THEMES, CARD_WIDTHS } from "@/components/cards/theme";
import { EVENT_TYPES, SAMPLE_NAMES } from "@/lib/events/catalogue";
import { PROVIDER_IDS } from "@/lib/providers/provider";

export const TEAMS_SKINS = ["current", "classic"] as const;
export const LINK_STYLES = ["buttons", "links"] as const;
export const VIEWS = ["preview", "json"] as const;

const parsers = {
  provider: parseAsStringLiteral(PROVIDER_IDS).withDefault("teams"),
  type: parseAsStringLiteral(EVENT_TYPES).withDefault("assignment.completed"),
  sample: parseAsStringLiteral(SAMPLE_NAMES).withDefault("typical"),
  /** A real event instead of a sample. */
  event: parseAsString,
  /** Null follows the page. */
  theme: parseAsStringLiteral(CARD_THEMES),
  width: parseAsStringLiteral(CARD_WIDTHS).withDefault("wide"),
  skin: parseAsStringLiteral(TEAMS_SKINS).withDefault("current"),
  links: parseAsStringLiteral(LINK_STYLES).withDefault("buttons"),
  view: parseAsStringLiteral(VIEWS).withDefault("preview"),
};

// The simulator shares its page, and so the address, with lists that have filters of their own.
const urlKeys = {
  provider: "sim",
  type: "sim-type",
  sample: "sim-sample",
  event: "sim-event",
  theme: "sim-theme",
  width: "sim-width",
  skin: "sim-skin",
  links: "sim-links",
  view: "sim-view",
} as const;

/** What the simulator shows, kept in the address so that a link brings others to the same view. */
export const useSimulatorState = () => useQueryStates(parsers, { urlKeys });

export type SimulatorState = ReturnType<typeof useSimulatorState>[0];
export type SetSimulatorState = ReturnType<typeof useSimulatorState>[1];

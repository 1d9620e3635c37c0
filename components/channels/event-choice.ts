/** An event type as pickers list it. */
export interface EventChoice {
  type: string;
  label: string;
  description: string;
  group: string;
  /** Never part of "all events": it has to be picked. */
  optIn: boolean;
}

export interface EventChoiceGroup {
  group: string;
  choices: EventChoice[];
}

/** The choices whose type, label or group contains every word of the search, by group, in the given order. */
export function groupChoices(choices: EventChoice[], search: string): EventChoiceGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, EventChoice[]>();
  for (const choice of choices) {
    const text = `${choice.type} ${choice.label} ${choice.group}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    groups.set(choice.group, [...(groups.get(choice.group) ?? []), choice]);
  }
  return [...groups].map(([group, found]) => ({ group, choices: found }));
}

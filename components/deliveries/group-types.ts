/** An event type to choose from. */
export interface TypeChoice {
  type: string;
  label: string;
  group: string;
}

/** The types whose name, label or group contains every word of the search, by group, in the given order. */
export function groupTypes(
  choices: readonly TypeChoice[],
  search: string,
): { group: string; types: string[] }[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, string[]>();
  for (const { type, label, group } of choices) {
    const text = `${type} ${label} ${group}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    groups.set(group, [...(groups.get(group) ?? []), type]);
  }
  return [...groups].map(([group, types]) => ({ group, types }));
}

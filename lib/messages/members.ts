import type { Content } from "./content";
import type { Subject } from "./families";
import { bold, did, fact, type Person, personName, words } from "./parts";

interface Membership {
  actor?: Person;
  member: NonNullable<Person>;
  role?: string | null;
}

/** Somebody comes in, by themselves or by somebody else. */
export function joined(data: Membership, group: Subject): Content {
  const member = bold(personName(data.member));
  const name = bold(group.name, group.untitled);
  return {
    icon: "👋",
    tone: "info",
    subtitle: alone(data)
      ? [member, words(" joined "), name]
      : did(data.actor, "added", [member], [words(" to "), name]),
    facts: [fact("role", "Role", data.role)],
    action: { label: `Open ${group.noun}`, url: group.url },
  };
}

/** Somebody goes, by themselves or by somebody else. */
export function left(data: Membership, group: Subject): Content {
  const member = bold(personName(data.member));
  const name = bold(group.name, group.untitled);
  return {
    icon: "🚪",
    subtitle: alone(data)
      ? [member, words(" left "), name]
      : did(data.actor, "removed", [member], [words(" from "), name]),
    facts: [fact("role", "Role", data.role)],
    action: { label: `Open ${group.noun}`, url: group.url },
  };
}

const alone = (data: Membership): boolean => data.actor?.id === data.member.id;

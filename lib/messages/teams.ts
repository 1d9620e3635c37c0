import type { DataOf } from "@/lib/events/catalogue";
import type { Describers } from "./content";
import { type Subject, updated } from "./families";
import { joined, left } from "./members";
import { bold, fact, personName, words } from "./parts";

export const teams = {
  "team.member.added": (data) => joined(data, team(data)),
  "team.member.removed": (data) => left(data, team(data)),
  "team.member.role_changed": (data, format) => {
    const member = bold(personName(data.member));
    return {
      ...updated(data, { ...team(data), facts: [fact("role", "Role", data.role)] }, format),
      icon: "🔑",
      tone: "warning",
      subtitle: data.actor
        ? [bold(personName(data.actor)), words(" changed the role of "), member]
        : [member, words(" has a new role")],
    };
  },
} satisfies Partial<Describers>;

const team = (data: DataOf<"team.member.added">): Subject => ({
  noun: "team",
  name: data.team?.name ?? "",
  untitled: "the team",
  icon: "👋",
  url: data.url ?? data.team?.url,
});

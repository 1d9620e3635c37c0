import { z } from "zod";
import { defineGroup } from "./definition";
import { changes, eventData, id, maybe, person, text } from "./fields";
import { HOSTILE, LONGEST, longName, mallory } from "./sample-text";

const team = maybe(z.looseObject({ id: id("team"), name: text("Name of the team.") }).describe("The team."));
const member = person("The member.");
const role = maybe(text("Role of the member, such as admin."));

const typical = {
  team: { id: "ws_acme", name: "Acme" },
  member: { id: "usr_priya", name: "Priya Raman" },
  role: "member",
  actor: { id: "usr_grace", name: "Grace Hopper" },
  url: "https://app.aamu.example/team",
};
const longest = {
  team: { id: LONGEST.id, name: LONGEST.title },
  member: longName,
  role: LONGEST.short,
  actor: longName,
  url: LONGEST.url,
};
const hostile = {
  team: { id: "ws_1", name: HOSTILE.title },
  member: mallory,
  role: HOSTILE.short,
  actor: mallory,
  url: HOSTILE.url,
};

export const teams = defineGroup("Projects and teams", {
  "team.member.added": {
    label: "Team member added",
    description: "Somebody joins the team.",
    schema: eventData({ team, member, role }),
    samples: { typical, longest, hostile },
  },
  "team.member.removed": {
    label: "Team member removed",
    description: "Somebody leaves the team or is removed from it.",
    schema: eventData({ team, member, role }),
    samples: { typical, longest, hostile },
  },
  "team.member.role_changed": {
    label: "Team role changed",
    description: "A member of the team gets another role.",
    schema: eventData({ team, member, role, changes: maybe(changes) }),
    samples: {
      typical: { ...typical, role: "admin", changes: { role: { from: "member", to: "admin" } } },
      longest: { ...longest, changes: { role: { from: LONGEST.short, to: LONGEST.short } } },
      hostile: { ...hostile, changes: { role: { from: HOSTILE.short, to: HOSTILE.text } } },
    },
  },
});

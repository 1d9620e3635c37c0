import { z } from "zod";
import { defineGroup } from "./definition";
import { changes, eventData, id, maybe, person, text } from "./fields";
import { HOSTILE, LONGEST, longName, mallory } from "./sample-text";

const project = z
  .looseObject({
    id: id("project"),
    name: text("Name of the project."),
    description: maybe(text("What the project is about.")),
  })
  .describe("The project.");
const member = person("The member.");
const role = maybe(text("Role of the member, such as admin."));

const grace = { id: "usr_grace", name: "Grace Hopper" };
const tomas = { id: "usr_tomas", name: "Tomás Okafor" };
const typical = {
  project: {
    id: "prj_onboarding",
    name: "Customer onboarding",
    description: "From signature to first success in fourteen days.",
  },
  actor: grace,
  url: "https://app.aamu.example/projects/prj_onboarding",
};
const longest = {
  project: { id: LONGEST.id, name: LONGEST.title, description: LONGEST.text },
  actor: longName,
  url: LONGEST.url,
};
const hostile = {
  project: { id: "prj_1", name: HOSTILE.title, description: HOSTILE.text },
  actor: mallory,
  url: HOSTILE.url,
};
const longMember = { ...longest, member: longName, role: LONGEST.short };
const hostileMember = { ...hostile, member: mallory, role: HOSTILE.short };

export const projects = defineGroup("Projects and teams", {
  "project.created": {
    label: "Project created",
    description: "A project is created.",
    schema: eventData({ project }),
    samples: { typical, longest, hostile },
  },
  "project.updated": {
    label: "Project updated",
    description: "The name or another setting of a project changes.",
    schema: eventData({ project, changes: maybe(changes) }),
    samples: {
      typical: { ...typical, changes: { name: { from: "Onboarding", to: "Customer onboarding" } } },
      longest: { ...longest, changes: { description: { from: LONGEST.text, to: LONGEST.text } } },
      hostile: { ...hostile, changes: { name: { from: HOSTILE.title, to: HOSTILE.text } } },
    },
  },
  "project.archived": {
    label: "Project archived",
    description: "A project is put away; nothing in it changes any more.",
    schema: eventData({ project }),
    samples: { typical, longest, hostile },
  },
  "project.deleted": {
    label: "Project deleted",
    description: "A project is deleted with everything in it.",
    schema: eventData({ project }),
    samples: { typical: { ...typical, url: null }, longest, hostile },
  },
  "project.member.added": {
    label: "Project member added",
    description: "Somebody joins a project.",
    schema: eventData({ project, member, role }),
    samples: {
      typical: { ...typical, member: tomas, role: "editor" },
      longest: longMember,
      hostile: hostileMember,
    },
  },
  "project.member.removed": {
    label: "Project member removed",
    description: "Somebody leaves a project or is removed from it.",
    schema: eventData({ project, member, role }),
    samples: {
      typical: { ...typical, member: tomas, role: "editor" },
      longest: longMember,
      hostile: hostileMember,
    },
  },
});

import { z } from "zod";
import { defineGroup } from "./definition";
import { changes, comment, inProject, id, maybe, text } from "./fields";
import { HOSTILE, LONGEST, longName, mallory } from "./sample-text";

const doc = z.looseObject({ id: id("doc"), title: text("Title of the doc.") }).describe("The doc.");

const typical = {
  doc: { id: "doc_19", title: "Incident playbook" },
  actor: { id: "usr_lin", name: "Lin Johansson" },
  project: { id: "prj_platform", name: "Platform" },
  url: "https://app.aamu.example/docs/doc_19",
};
const longest = {
  doc: { id: LONGEST.id, title: LONGEST.title },
  actor: longName,
  project: longName,
  url: LONGEST.url,
};
const hostile = {
  doc: { id: "doc_1", title: HOSTILE.title },
  actor: mallory,
  project: mallory,
  url: HOSTILE.url,
};

export const docs = defineGroup("Docs", {
  "doc.created": {
    label: "Doc created",
    description: "A doc is created.",
    schema: inProject({ doc }),
    samples: { typical, longest, hostile },
  },
  "doc.updated": {
    label: "Doc updated",
    description: "The title or text of a doc changes.",
    schema: inProject({ doc, changes: maybe(changes) }),
    samples: {
      typical: { ...typical, changes: { title: { from: "Incident notes", to: "Incident playbook" } } },
      longest: { ...longest, changes: { body: { from: LONGEST.text, to: LONGEST.text } } },
      hostile: { ...hostile, changes: { title: { from: HOSTILE.title, to: HOSTILE.text } } },
    },
  },
  "doc.deleted": {
    label: "Doc deleted",
    description: "A doc is deleted.",
    schema: inProject({ doc }),
    samples: { typical: { ...typical, url: null }, longest, hostile },
  },
  "doc.comment.created": {
    label: "Doc commented",
    description: "Somebody comments on a doc.",
    schema: inProject({ doc, comment: maybe(comment) }),
    samples: {
      typical: {
        ...typical,
        comment: {
          id: "cmt_52",
          text: "Step 3 should say who calls the customer. I would name the person on duty.",
          author: { id: "usr_grace", name: "Grace Hopper" },
        },
      },
      longest: { ...longest, comment: { id: LONGEST.id, text: LONGEST.text, author: longName } },
      hostile: { ...hostile, comment: { id: "cmt_1", text: HOSTILE.text, author: mallory } },
    },
  },
});

import { z } from "zod";
import { defineGroup } from "./definition";
import { changes, comment, inProject, id, maybe, text } from "./fields";
import { HOSTILE, LONGEST, longName, mallory } from "./sample-text";

const file = z
  .looseObject({
    id: id("file"),
    name: text("Name of the file."),
    size: maybe(z.number().int().min(0).describe("Size in bytes.")),
    folder: maybe(text("Folder that holds it.")),
  })
  .describe("The file.");

const typical = {
  file: { id: "fil_88", name: "Brand guidelines 2026.pdf", size: 4_823_449, folder: "Marketing" },
  actor: { id: "usr_lin", name: "Lin Johansson" },
  project: { id: "prj_brand", name: "Brand refresh" },
  url: "https://app.aamu.example/files/fil_88",
};
const longest = {
  file: { id: LONGEST.id, name: LONGEST.title, size: 5_497_558_138_880, folder: LONGEST.title },
  actor: longName,
  project: longName,
  url: LONGEST.url,
};
const hostile = {
  file: { id: "fil_1", name: HOSTILE.title, size: 0, folder: HOSTILE.text },
  actor: mallory,
  project: mallory,
  url: HOSTILE.url,
};

export const files = defineGroup("Files", {
  "file.created": {
    label: "File added",
    description: "A file is uploaded.",
    schema: inProject({ file }),
    samples: { typical, longest, hostile },
  },
  "file.updated": {
    label: "File updated",
    description: "A new version of a file is uploaded, or the file is renamed or moved.",
    schema: inProject({ file, changes: maybe(changes) }),
    samples: {
      typical: { ...typical, changes: { folder: { from: "Drafts", to: "Marketing" } } },
      longest: { ...longest, changes: { name: { from: LONGEST.title, to: LONGEST.title } } },
      hostile: { ...hostile, changes: { name: { from: HOSTILE.title, to: HOSTILE.text } } },
    },
  },
  "file.deleted": {
    label: "File deleted",
    description: "A file is deleted.",
    schema: inProject({ file }),
    samples: { typical: { ...typical, url: null }, longest, hostile },
  },
  "file.comment.created": {
    label: "File commented",
    description: "Somebody comments on a file.",
    schema: inProject({ file, comment: maybe(comment) }),
    samples: {
      typical: {
        ...typical,
        comment: {
          id: "cmt_40",
          text: "Page 12 still shows the old logo.",
          author: { id: "usr_mika", name: "Mika Tanaka" },
        },
      },
      longest: { ...longest, comment: { id: LONGEST.id, text: LONGEST.text, author: longName } },
      hostile: { ...hostile, comment: { id: "cmt_1", text: HOSTILE.text, author: mallory } },
    },
  },
});

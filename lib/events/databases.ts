import { z } from "zod";
import { defineGroup } from "./definition";
import { changes, inProject, id, maybe, text } from "./fields";
import { HOSTILE, LONGEST, longName, mallory } from "./sample-text";

const db = z
  .looseObject({ id: id("database"), name: text("Name of the database.") })
  .describe("The database.");

const actor = { id: "usr_mika", name: "Mika Tanaka" };
const typical = {
  db: { id: "dbs_crm", name: "Customer register" },
  actor,
  project: { id: "prj_sales", name: "Sales" },
  url: "https://app.aamu.example/db/dbs_crm",
};
const longest = {
  db: { id: LONGEST.id, name: LONGEST.title },
  actor: longName,
  project: longName,
  url: LONGEST.url,
};
const hostile = {
  db: { id: "dbs_1", name: HOSTILE.title },
  actor: mallory,
  project: mallory,
  url: HOSTILE.url,
};

export const databases = defineGroup("Databases", {
  "db.created": {
    label: "Database created",
    description: "A database is created.",
    schema: inProject({ db }),
    samples: { typical, longest, hostile },
  },
  "db.updated": {
    label: "Database updated",
    description: "The name or another setting of a database changes.",
    schema: inProject({ db, changes: maybe(changes) }),
    samples: {
      typical: { ...typical, changes: { name: { from: "Customers", to: "Customer register" } } },
      longest: { ...longest, changes: { name: { from: LONGEST.title, to: LONGEST.title } } },
      hostile: { ...hostile, changes: { name: { from: HOSTILE.title, to: HOSTILE.text } } },
    },
  },
  "db.deleted": {
    label: "Database deleted",
    description: "A database is deleted with its tables.",
    schema: inProject({ db }),
    samples: { typical: { ...typical, url: null }, longest, hostile },
  },
});

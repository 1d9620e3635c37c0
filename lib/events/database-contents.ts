import { z } from "zod";
import { defineGroup } from "./definition";
import { changes, inProject, id, maybe, text } from "./fields";
import { HOSTILE, LONGEST, longName, mallory } from "./sample-text";

const db = z
  .looseObject({ id: id("database"), name: text("Name of the database.") })
  .describe("The database.");
const table = z.looseObject({ id: id("table"), name: text("Name of the table.") }).describe("The table.");
const row = z
  .looseObject({
    id: id("row"),
    title: maybe(text("What people call the row; the id stands in for it.")),
    values: maybe(z.record(z.string(), z.unknown()).describe("Values by the name of their column.")),
  })
  .describe("The row.");

const typical = {
  db: { id: "dbs_crm", name: "Customer register" },
  table: { id: "tbl_leads", name: "Leads" },
  actor: { id: "usr_mika", name: "Mika Tanaka" },
  url: "https://app.aamu.example/db/dbs_crm/tbl_leads",
};
const longest = {
  db: { id: LONGEST.id, name: LONGEST.title },
  table: { id: LONGEST.id, name: LONGEST.title },
  actor: longName,
  project: longName,
  url: LONGEST.url,
};
const hostile = {
  db: { id: "dbs_1", name: HOSTILE.title },
  table: { id: "tbl_1", name: HOSTILE.title },
  actor: mallory,
  project: mallory,
  url: HOSTILE.url,
};
const lead = {
  id: "row_1042",
  title: "Northwind Traders",
  values: { Stage: "Qualified", "Deal size": 48_000, Owner: "Mika Tanaka", "Next call": "2026-06-10" },
};
const longRow = {
  id: LONGEST.id,
  title: LONGEST.title,
  values: Object.fromEntries(
    Array.from({ length: 24 }, (_, index) => [`${index + 1} ${LONGEST.short}`, LONGEST.cell]),
  ),
};
const hostileRow = {
  id: "row_1",
  title: HOSTILE.title,
  values: { [HOSTILE.short]: HOSTILE.text, "": null, "*list*": [HOSTILE.name, { deep: [HOSTILE.text] }] },
};

export const databaseContents = defineGroup("Databases", {
  "db.table.created": {
    label: "Table created",
    description: "A table is added to a database.",
    schema: inProject({ db, table }),
    samples: { typical, longest, hostile },
  },
  "db.table.updated": {
    label: "Table updated",
    description: "The name or the columns of a table change.",
    schema: inProject({ db, table, changes: maybe(changes) }),
    samples: {
      typical: {
        ...typical,
        changes: { columns: { from: ["Name", "Stage"], to: ["Name", "Stage", "Deal size"] } },
      },
      longest: { ...longest, changes: { name: { from: LONGEST.title, to: LONGEST.title } } },
      hostile: { ...hostile, changes: { name: { from: HOSTILE.title, to: HOSTILE.text } } },
    },
  },
  "db.table.deleted": {
    label: "Table deleted",
    description: "A table is deleted with its rows.",
    schema: inProject({ db, table }),
    samples: { typical: { ...typical, url: null }, longest, hostile },
  },
  "db.row.created": {
    label: "Row added",
    description: "A row is added to a table.",
    schema: inProject({ db, table, row }),
    samples: {
      typical: { ...typical, row: lead },
      longest: { ...longest, row: longRow },
      hostile: { ...hostile, row: hostileRow },
    },
  },
  "db.row.updated": {
    label: "Row updated",
    description: "Values of a row change.",
    schema: inProject({ db, table, row, changes: maybe(changes) }),
    samples: {
      typical: { ...typical, row: lead, changes: { Stage: { from: "Contacted", to: "Qualified" } } },
      longest: {
        ...longest,
        row: longRow,
        changes: Object.fromEntries(
          Object.keys(longRow.values).map((column) => [column, { from: LONGEST.cell, to: LONGEST.cell }]),
        ),
      },
      hostile: {
        ...hostile,
        row: hostileRow,
        changes: { [HOSTILE.short]: { from: [HOSTILE.text], to: HOSTILE.url } },
      },
    },
  },
  "db.row.deleted": {
    label: "Row deleted",
    description: "A row is deleted from a table.",
    schema: inProject({ db, table, row }),
    samples: {
      typical: { ...typical, row: { id: lead.id, title: lead.title }, url: null },
      longest: { ...longest, row: longRow },
      hostile: { ...hostile, row: hostileRow },
    },
  },
});

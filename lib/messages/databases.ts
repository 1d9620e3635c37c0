import type { DataOf } from "@/lib/events/catalogue";
import { showValue } from "./changes";
import type { Content, Describers } from "./content";
import { created, deleted, type Subject, updated } from "./families";
import type { Format } from "./format";
import type { Fact } from "./message";
import { bold, customFact, fact, words } from "./parts";
import { oneLine } from "./text";

export const databases = {
  "db.created": (data) => created(data, database(data)),
  "db.updated": (data, format) => updated(data, database(data), format),
  "db.deleted": (data) => deleted(data, database(data), "warning"),
  "db.table.created": (data) => within(created(data, table(data)), data.db.name),
  "db.table.updated": (data, format) => within(updated(data, table(data), format), data.db.name),
  "db.table.deleted": (data) => within(deleted(data, table(data), "warning"), data.db.name),
  "db.row.created": (data, format) => ({
    ...within(created(data, row(data), "added"), data.table.name, "to"),
    facts: [...valueFacts(data.row.values, format), ...placeFacts(data)],
  }),
  "db.row.updated": (data, format) => {
    const content = updated(data, row(data), format);
    return { ...within(content, data.table.name), facts: [...(content.facts ?? []), ...placeFacts(data)] };
  },
  "db.row.deleted": (data) => ({
    ...within(deleted(data, row(data)), data.table.name, "from"),
    facts: placeFacts(data),
  }),
} satisfies Partial<Describers>;

const database = (data: DataOf<"db.created">): Subject => ({
  noun: "database",
  name: data.db.name,
  icon: "🗃️",
  url: data.url ?? data.db.url,
});

const table = (data: DataOf<"db.table.created">): Subject => ({
  noun: "table",
  name: data.table.name,
  icon: "📊",
  url: data.url ?? data.table.url,
});

const row = (data: DataOf<"db.row.created">): Subject => ({
  noun: "row",
  name: oneLine(data.row.title ?? "") || data.row.id,
  icon: "➕",
  url: data.url ?? data.row.url,
});

/** Completes the sentence with the place: "… in **Leads**". */
const within = (content: Content, place: string, preposition = "in"): Content => ({
  ...content,
  subtitle: [...content.subtitle, words(` ${preposition} `), bold(place)],
});

const valueFacts = (values: Record<string, unknown> | null | undefined, format: Format): Fact[] =>
  Object.entries(values ?? {}).map(([column, value], index) => ({
    ...customFact(column, [showValue(value, format)], index),
    short: true,
  }));

const placeFacts = (data: DataOf<"db.row.deleted">) => [fact("database", "Database", data.db.name)];

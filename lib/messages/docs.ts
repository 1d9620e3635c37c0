import type { DataOf } from "@/lib/events/catalogue";
import type { Describers } from "./content";
import { commented, created, deleted, type Subject, updated } from "./families";

export const docs = {
  "doc.created": (data) => created(data, doc(data)),
  "doc.updated": (data, format) => updated(data, doc(data), format),
  "doc.deleted": (data) => deleted(data, doc(data)),
  "doc.comment.created": (data) => commented(data, doc(data)),
} satisfies Partial<Describers>;

const doc = (data: DataOf<"doc.created">): Subject => ({
  noun: "doc",
  name: data.doc.title,
  icon: "📝",
  url: data.url ?? data.doc.url,
});

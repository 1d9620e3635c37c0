import type { DataOf } from "@/lib/events/catalogue";
import type { Describers } from "./content";
import { commented, created, deleted, type Subject, updated } from "./families";
import type { Format } from "./format";
import { fact } from "./parts";

export const files = {
  "file.created": (data, format) => created(data, file(data, format), "uploaded"),
  "file.updated": (data, format) => updated(data, file(data, format), format),
  "file.deleted": (data, format) => deleted(data, file(data, format)),
  "file.comment.created": (data, format) => commented(data, file(data, format)),
} satisfies Partial<Describers>;

const file = (data: DataOf<"file.created">, format: Format): Subject => ({
  noun: "file",
  name: data.file.name,
  icon: "📄",
  url: data.url ?? data.file.url,
  facts: [
    fact("size", "Size", typeof data.file.size === "number" ? format.size(data.file.size) : undefined),
    fact("folder", "Folder", data.file.folder),
  ],
});

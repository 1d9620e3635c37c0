import type { DataOf } from "@/lib/events/catalogue";
import type { Describers } from "./content";
import { commented, created, deleted, type Subject, updated } from "./families";
import { quoted } from "./parts";

export const posts = {
  "post.created": (data) => ({
    ...created(data, post(data), "published"),
    quote: quoted(data.post.excerpt),
  }),
  "post.updated": (data, format) => updated(data, post(data), format),
  "post.deleted": (data) => deleted(data, post(data)),
  "post.comment.created": (data) => commented(data, post(data)),
} satisfies Partial<Describers>;

const post = (data: DataOf<"post.created">): Subject => ({
  noun: "post",
  name: data.post.title,
  icon: "📣",
  url: data.url ?? data.post.url,
});

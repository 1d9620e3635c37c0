import type { DataOf } from "@/lib/events/catalogue";
import type { Describers } from "./content";
import { created, deleted, type Subject, updated } from "./families";
import { joined, left } from "./members";
import { bold, did, quoted } from "./parts";

export const projects = {
  "project.created": (data) => ({ ...created(data, project(data)), quote: quoted(data.project.description) }),
  "project.updated": (data, format) => updated(data, project(data), format),
  "project.archived": (data) => ({
    icon: "🗄️",
    subtitle: did(data.actor, "archived", [bold(data.project.name)]),
    action: { label: "Open project", url: project(data).url },
  }),
  "project.deleted": (data) => deleted(data, project(data), "warning"),
  "project.member.added": (data) => joined(data, project(data)),
  "project.member.removed": (data) => left(data, project(data)),
} satisfies Partial<Describers>;

const project = (data: DataOf<"project.created">): Subject => ({
  noun: "project",
  name: data.project.name,
  icon: "📁",
  url: data.url ?? data.project.url,
});

import type { DataOf } from "@/lib/events/catalogue";
import type { Describers } from "./content";
import { assigned, commented, created, moved, type Subject, updated } from "./families";
import type { Format } from "./format";
import type { Inline } from "./message";
import { bold, did, fact, personFact, personName, when, whenFact, words } from "./parts";

type Task = DataOf<"task.created">;

export const tasks = {
  "task.created": (data, format) => created(data, task(data, format)),
  "task.updated": (data, format) => updated(data, task(data, format), format),
  "task.status_changed": (data, format) => {
    const subject = task(data, format);
    const content = moved(data, subject, data.task.status, format);
    return {
      ...content,
      facts: [...(content.facts ?? []), personFact("assignee", "Assignee", data.assignee)],
    };
  },
  "task.assigned": (data, format) => assigned(data, task(data, format)),
  "task.due_date_changed": (data, format) => ({
    ...updated(data, task(data, format), format),
    icon: "📅",
    subtitle: newDueDate(data, format),
  }),
  "task.comment.created": (data, format) => commented(data, task(data, format)),
} satisfies Partial<Describers>;

const task = (data: Task, format: Format): Subject => ({
  noun: "task",
  name: data.task.title,
  icon: "☑️",
  url: data.url ?? data.task.url,
  facts: [
    fact("status", "Status", data.task.status),
    personFact("assignee", "Assignee", data.assignee),
    whenFact("dueDate", "Due date", dueDate(data), format),
  ],
});

function newDueDate(data: Task, format: Format): Inline[] {
  const name = bold(data.task.title);
  const due = dueDate(data);
  if (!due && data.actor) return [bold(personName(data.actor)), words(" removed the due date of "), name];
  if (!due) return [name, words(" has no due date any more")];
  const moment: Inline = { ...when(due, format), bold: true };
  if (data.actor) return did(data.actor, "moved", [name], [words(" to "), moment]);
  return [name, words(" is now due "), moment];
}

/** Some services put the due date into the task; it counts only if it is a date. */
function dueDate(data: Task): string | undefined {
  const inside = data.task.dueDate;
  const given = data.dueDate ?? (typeof inside === "string" ? inside : undefined);
  return given && !Number.isNaN(Date.parse(given)) ? given : undefined;
}

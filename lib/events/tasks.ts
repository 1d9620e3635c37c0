import { z } from "zod";
import { defineGroup } from "./definition";
import { changes, comment, inProject, id, maybe, moment, person, text } from "./fields";
import { HOSTILE, LONGEST, longName, mallory } from "./sample-text";

const task = z
  .looseObject({
    id: id("task"),
    title: text("Title of the task."),
    status: text("Status, such as active or done."),
  })
  .describe("The task.");

const taskData = <Shape extends z.ZodRawShape>(shape: Shape) =>
  inProject({
    task,
    assignee: maybe(person("Who does it; null when nobody is chosen.")),
    dueDate: maybe(moment("When it is due; null for no due date.")),
    ...shape,
  });

const mika = { id: "usr_mika", name: "Mika Tanaka" };
const grace = { id: "usr_grace", name: "Grace Hopper" };
const typical = {
  task: { id: "tsk_207", title: "Follow up with the customer", status: "active" },
  assignee: mika,
  dueDate: "2026-06-12",
  actor: grace,
  project: { id: "prj_onboarding", name: "Customer onboarding" },
  url: "https://app.aamu.example/tasks/tsk_207",
};
const longest = {
  task: { id: LONGEST.id, title: LONGEST.title, status: "waiting for the legal department" },
  assignee: longName,
  dueDate: "2026-12-31T23:59:59.999+13:45",
  actor: longName,
  project: longName,
  url: LONGEST.url,
};
const hostile = {
  task: { id: "tsk_1", title: HOSTILE.title, status: HOSTILE.short },
  assignee: mallory,
  dueDate: null,
  actor: mallory,
  project: mallory,
  url: HOSTILE.url,
};

export const tasks = defineGroup("Tasks", {
  "task.created": {
    label: "Task created",
    description: "A task is created.",
    schema: taskData({}),
    samples: { typical, longest, hostile },
  },
  "task.updated": {
    label: "Task updated",
    description: "The title, description or another field of a task changes.",
    schema: taskData({ changes: maybe(changes) }),
    samples: {
      typical: {
        ...typical,
        changes: {
          title: { from: "Call the customer", to: "Follow up with the customer" },
          estimate: { from: null, to: 2.5 },
        },
      },
      longest: {
        ...longest,
        changes: {
          title: { from: LONGEST.title, to: LONGEST.title },
          description: { from: LONGEST.text, to: LONGEST.text },
        },
      },
      hostile: {
        ...hostile,
        changes: { [HOSTILE.short]: { from: [HOSTILE.short, { a: HOSTILE.text }], to: HOSTILE.text } },
      },
    },
  },
  "task.status_changed": {
    label: "Task status changed",
    description: "A task moves from one status to another.",
    schema: taskData({ changes: maybe(changes) }),
    samples: {
      typical: {
        ...typical,
        task: { ...typical.task, status: "done" },
        changes: { status: { from: "active", to: "done" } },
        actor: mika,
      },
      longest: { ...longest, changes: { status: { from: LONGEST.short, to: LONGEST.short } } },
      hostile: { ...hostile, changes: { status: { from: HOSTILE.short, to: HOSTILE.short } } },
    },
  },
  "task.assigned": {
    label: "Task assigned",
    description: "A task is given to somebody, or taken from them.",
    schema: taskData({}),
    samples: { typical, longest, hostile },
  },
  "task.due_date_changed": {
    label: "Task due date changed",
    description: "The due date of a task is set, moved or removed.",
    schema: taskData({ changes: maybe(changes) }),
    samples: {
      typical: { ...typical, changes: { dueDate: { from: "2026-06-09", to: "2026-06-12" } } },
      longest: {
        ...longest,
        changes: { dueDate: { from: "2026-01-01T00:00:00.000Z", to: "2026-12-31T23:59:59.999+13:45" } },
      },
      hostile: { ...hostile, changes: { dueDate: { from: HOSTILE.short, to: null } } },
    },
  },
  "task.comment.created": {
    label: "Task commented",
    description: "Somebody comments on a task.",
    schema: taskData({ comment: maybe(comment) }),
    samples: {
      typical: {
        ...typical,
        comment: {
          id: "cmt_12",
          text: "They would like a demo for two more teams.\nI suggested Tuesday at ten.",
          author: mika,
        },
      },
      longest: { ...longest, comment: { id: LONGEST.id, text: LONGEST.text, author: longName } },
      hostile: { ...hostile, comment: { id: "cmt_1", text: HOSTILE.text, author: mallory } },
    },
  },
});

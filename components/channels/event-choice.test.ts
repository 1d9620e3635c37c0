import { expect, it } from "vitest";
import { groupChoices, type EventChoice } from "./event-choice";

const choice = (type: string, label: string, group: string): EventChoice => ({
  type,
  label,
  group,
  description: "",
  optIn: false,
});

const CHOICES = [
  choice("task.created", "Task created", "Tasks"),
  choice("task.comment.created", "Comment on a task", "Tasks"),
  choice("file.created", "File created", "Files"),
];

const found = (search: string) =>
  groupChoices(CHOICES, search).flatMap(({ choices }) => choices.map(({ type }) => type));

it("keeps groups and their order when nothing is searched", () => {
  expect(groupChoices(CHOICES, "  ").map(({ group }) => group)).toEqual(["Tasks", "Files"]);
});

it("finds by type, label and group, in any case and word order", () => {
  expect(found("TASK")).toEqual(["task.created", "task.comment.created"]);
  expect(found("created file")).toEqual(["file.created"]);
  expect(found("comment tasks")).toEqual(["task.comment.created"]);
  expect(found("nothing like it")).toEqual([]);
});

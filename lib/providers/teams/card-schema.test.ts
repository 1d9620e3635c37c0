import { describe, expect, it } from "vitest";
import { describe as tell } from "@/lib/messages/describe";
import { CONTEXT, eventOf } from "@/lib/messages/testing";
import { drawTeams } from "./card";
import { teamsPayloadSchema } from "./card-schema";

const payload = () => {
  const { payload: drawn } = drawTeams(tell(eventOf("assignment.completed"), CONTEXT));
  return { drawn, card: drawn.attachments[0].content };
};
const paths = (value: unknown) =>
  teamsPayloadSchema.safeParse(value).error?.issues.map((issue) => issue.path.join(".")) ?? [];
const CARD = "attachments.0.content";
const body = (element: unknown) => {
  const { drawn, card } = payload();
  return { ...drawn, attachments: [{ ...drawn.attachments[0], content: { ...card, body: [element] } }] };
};
const change = (more: object) => {
  const { drawn, card } = payload();
  return { ...drawn, attachments: [{ ...drawn.attachments[0], content: { ...card, ...more } }] };
};
const button = (url: string) => ({ type: "Action.OpenUrl", title: "Open", url });

describe("the schema of a Teams payload", () => {
  it("accepts what we draw", () => {
    expect(paths(payload().drawn)).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["a bare card", payload().card],
    ["another type of message", { ...payload().drawn, type: "event" }],
    [
      "two attachments",
      { ...payload().drawn, attachments: [...payload().drawn.attachments, ...payload().drawn.attachments] },
    ],
    ["no attachment", { ...payload().drawn, attachments: [] }],
    ["version 1.5", change({ version: "1.5" })],
    ["no version", change({ version: undefined })],
    ["an empty body", change({ body: [] })],
    ["right to left, which is 1.5", change({ rtl: true })],
    ["seven buttons", change({ actions: Array.from({ length: 7 }, () => button("https://a.example/")) })],
    ["no list of buttons but an empty one", change({ actions: [] })],
    ["a button that runs a script", change({ actions: [button("javascript:alert(1)")] })],
    ["a button over http", change({ actions: [button("http://a.example/")] })],
    ["a button to nowhere", change({ actions: [{ type: "Action.OpenUrl", title: "Open" }] })],
    ["a button that submits", change({ actions: [{ type: "Action.Submit", title: "Send" }] })],
    ["a tooltip, which is 1.5", change({ actions: [{ ...button("https://a.example/"), tooltip: "x" }] })],
    ["a heading style, which is 1.5", body({ type: "TextBlock", text: "x", wrap: true, style: "heading" })],
    ["an empty text", body({ type: "TextBlock", text: "", wrap: true })],
    ["a text that is a number", body({ type: "TextBlock", text: 5, wrap: true })],
    ["a table, which is 1.5", body({ type: "Table", rows: [] })],
    ["a picture", body({ type: "Image", url: "https://a.example/x.png" })],
    ["a fact without a value", body({ type: "FactSet", facts: [{ title: "x" }] })],
    ["an unknown colour", body({ type: "TextBlock", text: "x", wrap: true, color: "pink" })],
    ["wrap as a text", body({ type: "TextBlock", text: "x", wrap: "true" })],
    ["nested containers", body({ type: "Container", items: [{ type: "Container", items: [] }] })],
  ])("refuses %s", (_name, value) => {
    expect(paths(value)).not.toEqual([]);
  });

  it("names the place", () => {
    expect(paths(change({ version: "1.5" }))).toEqual([`${CARD}.version`]);
  });
});

import fc from "fast-check";
import { catalogue, type EventData, type EventType, type SampleName } from "@/lib/events/catalogue";
import type { Event } from "@/lib/events/envelope";
import type { Inline, Message } from "./message";
import { TONES } from "./message";

/** Test data for messages and everything drawn from them. */

export const CONTEXT = { workspaceName: "Acme", locale: "en-GB", timeZone: "UTC" };

/** An event around data, by default a sample of its type. */
export const eventOf = (
  type: EventType,
  data: EventData | SampleName = "typical",
  more: Partial<Event> = {},
): Event => ({
  id: "evt_92ac2f69-6dbd-4ced-ac0a-dbc793396571",
  type,
  workspaceId: "ws_acme",
  projectId: null,
  actorId: null,
  createdAt: "2026-06-05T14:47:14.806Z",
  data: typeof data === "string" ? catalogue[type].samples[data] : data,
  test: false,
  ...more,
});

const TOKENS = [
  ..."*_~`<>&|[](){}#\\\"'!@:;/+-=.,$",
  ...[
    "\n",
    "\t",
    "\r\n",
    " ",
    "  ",
    "\u0000",
    "\u0007",
    "\u001B[31m",
    "\u0085",
    "\u2028",
    "\u200D",
    "\uD800",
    "\uDC00",
  ],
  ...[
    "\u202E",
    "\u202C",
    "\u2066",
    "שלום",
    "مرحبا",
    "👩‍👩‍👧‍👦",
    "🇫🇮",
    "é",
    "e\u0301",
    "東京",
    "a",
    "b",
    "snake_case",
    "1. ",
    "- ",
  ],
  ...[
    "<!channel>",
    "<!here>",
    "<@U024BE7LH>",
    "<#C1>",
    "<https://evil.example|safe>",
    "&lt;!everyone&gt;",
    "&amp;",
  ],
  ...[
    ":tada:",
    "```",
    "***",
    "~~",
    "**bold**",
    "_x_",
    "*x*",
    "> ",
    "# ",
    "javascript:alert(1)",
    "https://x.example/?a=1",
  ],
  ...[
    "<at>",
    "</at>",
    "<a<at>t>",
    "{{DATE(2026-06-05T14:47:14Z)}}",
    "{{{",
    "}}",
    "<b>",
    "</script>",
    "![i](https://e/x.png)",
  ],
  ...["[click](https://evil.example)", "<https://evil.example>", "--- ", "| a | b |", "<!-- "],
];

/** What people and programs might put into any field. */
export const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...TOKENS), { maxLength: 25 }).map((tokens) => tokens.join("")),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
);

/** The same, and now and then ten thousand characters of it. */
export const anyText = fc.oneof(
  { weight: 6, arbitrary: hostileText },
  {
    weight: 1,
    arbitrary: fc.constantFrom("&", '"', "👩‍👩‍👧‍👦", "<", "\n", "_", "東", "a ").map((unit) => unit.repeat(10_000)),
  },
);

const moment = fc.constantFrom("2026-06-05T14:47:14.806Z", "1969-07-20T20:17:40Z", "not a date", "");

const url = fc.oneof(
  fc.webUrl(),
  hostileText,
  fc.constantFrom(
    "https://acme.example/|<b>&x",
    "javascript:alert(1)",
    "https://u:p@acme.example/",
    `https://acme.example/${"a".repeat(5_000)}`,
  ),
);

const inlineOf = (text: fc.Arbitrary<string>): fc.Arbitrary<Inline> =>
  fc.record(
    {
      text,
      bold: fc.constant(true as const),
      italic: fc.constant(true as const),
      code: fc.constant(true as const),
      href: url,
      dateTime: moment,
    },
    { requiredKeys: ["text"] },
  );

const richOf = (text: fc.Arbitrary<string>) => fc.oneof(text, fc.array(inlineOf(text), { maxLength: 4 }));

/** Any message that the type allows, though no describer would write it. */
export const messageOf = (text: fc.Arbitrary<string>): fc.Arbitrary<Message> =>
  fc.record(
    {
      v: fc.constant(1 as const),
      eventType: fc.constant("task.created"),
      eventId: fc.constant("evt_1"),
      occurredAt: fc.constant("2026-06-05T14:47:14.806Z"),
      locale: fc.constant("en-GB"),
      timeZone: fc.constant("UTC"),
      tone: fc.constantFrom(...TONES),
      icon: fc.constantFrom("✅", "", "👩‍👩‍👧‍👦"),
      title: text,
      subtitle: richOf(text),
      summary: text,
      figure: fc.record({ label: text, value: text, caption: text }),
      quote: text,
      body: fc.array(richOf(text), { maxLength: 7 }),
      facts: fc.array(
        fc.record({ key: fc.constant("k"), label: text, value: richOf(text), short: fc.boolean() }),
        { maxLength: 30 },
      ),
      actions: fc.array(fc.record({ key: fc.constant("k"), label: text, url, primary: fc.boolean() }), {
        maxLength: 9,
      }),
      context: fc.array(richOf(text), { maxLength: 12 }),
      test: fc.boolean(),
      warnings: fc.constant([]),
    },
    {
      requiredKeys: [
        "v",
        "eventType",
        "eventId",
        "occurredAt",
        "locale",
        "timeZone",
        "tone",
        "icon",
        "title",
        "summary",
        "facts",
        "actions",
        "context",
        "test",
        "warnings",
      ],
    },
  );

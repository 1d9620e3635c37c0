import { z } from "zod";
import { defineGroup } from "./definition";
import { changes, comment, inProject, id, maybe, moment, text } from "./fields";
import { HOSTILE, LONGEST, longName, mallory } from "./sample-text";

const meeting = z
  .looseObject({
    id: id("meeting"),
    title: text("Title of the meeting."),
    startsAt: maybe(moment("When it begins.")),
    endsAt: maybe(moment("When it ends.")),
    location: maybe(text("Room or address of the call.")),
    attendeeCount: maybe(z.number().int().min(0).describe("How many people are invited.")),
  })
  .describe("The meeting.");

const typical = {
  meeting: {
    id: "mtg_410",
    title: "Quarterly roadmap review",
    startsAt: "2026-06-09T08:00:00Z",
    endsAt: "2026-06-09T09:00:00Z",
    location: "Room Turing",
    attendeeCount: 8,
  },
  actor: { id: "usr_grace", name: "Grace Hopper" },
  url: "https://app.aamu.example/meetings/mtg_410",
};
const longest = {
  meeting: {
    id: LONGEST.id,
    title: LONGEST.title,
    startsAt: "2026-12-31T22:30:00.000+13:45",
    endsAt: "2027-01-01T23:59:59.999+13:45",
    location: LONGEST.title,
    attendeeCount: 10_000,
  },
  actor: longName,
  project: longName,
  url: LONGEST.url,
};
const hostile = {
  meeting: { id: "mtg_1", title: HOSTILE.title, startsAt: null, location: HOSTILE.text },
  actor: mallory,
  project: mallory,
  url: HOSTILE.url,
};

export const meetings = defineGroup("Meetings", {
  "meeting.created": {
    label: "Meeting created",
    description: "A meeting is put into the calendar.",
    schema: inProject({ meeting }),
    samples: { typical, longest, hostile },
  },
  "meeting.updated": {
    label: "Meeting updated",
    description: "The time, place or another field of a meeting changes.",
    schema: inProject({ meeting, changes: maybe(changes) }),
    samples: {
      typical: {
        ...typical,
        changes: {
          startsAt: { from: "2026-06-08T08:00:00Z", to: "2026-06-09T08:00:00Z" },
          location: { from: "Room Hopper", to: "Room Turing" },
        },
      },
      longest: { ...longest, changes: { location: { from: LONGEST.title, to: LONGEST.title } } },
      hostile: { ...hostile, changes: { [HOSTILE.title]: { from: HOSTILE.text, to: HOSTILE.url } } },
    },
  },
  "meeting.deleted": {
    label: "Meeting deleted",
    description: "A meeting is cancelled.",
    schema: inProject({ meeting }),
    samples: { typical: { ...typical, url: null }, longest, hostile },
  },
  "meeting.comment.created": {
    label: "Meeting commented",
    description: "Somebody comments on a meeting.",
    schema: inProject({ meeting, comment: maybe(comment) }),
    samples: {
      typical: {
        ...typical,
        comment: {
          id: "cmt_31",
          text: "Could we begin ten minutes later? The train from Uppsala arrives at eight.",
          author: { id: "usr_lin", name: "Lin Johansson" },
        },
      },
      longest: { ...longest, comment: { id: LONGEST.id, text: LONGEST.text, author: longName } },
      hostile: { ...hostile, comment: { id: "cmt_1", text: HOSTILE.text, author: mallory } },
    },
  },
});

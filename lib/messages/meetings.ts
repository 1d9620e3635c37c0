import type { DataOf } from "@/lib/events/catalogue";
import type { Describers } from "./content";
import { commented, created, deleted, type Subject, updated } from "./families";
import type { Format } from "./format";
import { bold, did, fact, whenFact } from "./parts";

export const meetings = {
  "meeting.created": (data, format) => created(data, meeting(data, format), "scheduled"),
  "meeting.updated": (data, format) => updated(data, meeting(data, format), format),
  "meeting.deleted": (data, format) => ({
    ...deleted(data, meeting(data, format), "warning"),
    subtitle: did(data.actor, "cancelled", [bold(data.meeting.title)]),
  }),
  "meeting.comment.created": (data, format) => commented(data, meeting(data, format)),
} satisfies Partial<Describers>;

const meeting = (data: DataOf<"meeting.created">, format: Format): Subject => ({
  noun: "meeting",
  name: data.meeting.title,
  icon: "📅",
  url: data.url ?? data.meeting.url,
  facts: [
    whenFact("startsAt", "Starts", data.meeting.startsAt, format),
    whenFact("endsAt", "Ends", data.meeting.endsAt, format),
    fact("location", "Where", data.meeting.location),
    fact(
      "attendees",
      "Invited",
      data.meeting.attendeeCount ? format.number(data.meeting.attendeeCount) : undefined,
    ),
  ],
});

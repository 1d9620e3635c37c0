import type { DataOf } from "@/lib/events/catalogue";
import type { Content, Describers } from "./content";
import { assigned, commented, created, moved, priorityTone, type Subject, updated } from "./families";
import type { Fact } from "./message";
import { bold, fact, personFact, quoted, words } from "./parts";

type Ticket = DataOf<"helpdesk.ticket.created">;

export const helpdesk = {
  "helpdesk.ticket.created": (data) => ({
    ...created(
      { actor: data.actor ?? data.requester },
      ticket(data, personFact("requester", "Requester", data.requester)),
      "opened",
    ),
    tone: priorityTone(data.ticket.priority),
  }),
  "helpdesk.ticket.updated": (data, format) => updated(data, ticket(data), format),
  "helpdesk.ticket.status_changed": (data, format) => moved(data, ticket(data), data.ticket.status, format),
  "helpdesk.ticket.assigned": (data) => assigned(data, ticket(data, assigneeFact(data.assignee))),
  "helpdesk.ticket.comment.created": (data) => ({
    ...commented(data, ticket(data)),
    facts: ticket(data).facts,
  }),
  "helpdesk.ticket.email.replied": (data) => answered(data, data.email, "replied by email to", "✉️"),
  "helpdesk.ticket.message.created": (data) => answered(data, data.message, "wrote in", "💬"),
} satisfies Partial<Describers>;

const assigneeFact = (assignee: Ticket["requester"]) =>
  personFact("assignee", "Assignee", assignee) ?? fact("assignee", "Assignee", "Nobody");

const ticket = (data: Ticket, ...more: (Fact | undefined)[]): Subject => ({
  noun: "ticket",
  name: data.ticket.subject,
  untitled: "(no subject)",
  icon: "🎫",
  url: data.url ?? data.ticket.url,
  facts: [
    fact("number", "Ticket", data.ticket.number ? `#${data.ticket.number}` : undefined),
    fact("status", "Status", data.ticket.status),
    fact("priority", "Priority", data.ticket.priority),
    ...more,
  ],
});

function answered(
  data: Ticket,
  answer: { text: string; from?: string | null } | null | undefined,
  verb: string,
  icon: string,
): Content {
  const subject = ticket(data);
  const writer = answer?.from || data.actor?.name;
  const about = bold(subject.name, subject.untitled);
  return {
    icon,
    tone: "info",
    subtitle: writer ? [bold(writer, "Somebody"), words(` ${verb} `), about] : [words("News on "), about],
    quote: quoted(answer?.text),
    facts: subject.facts,
    action: { label: "Open ticket", url: subject.url },
  };
}

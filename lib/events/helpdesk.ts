import { z } from "zod";
import { defineGroup } from "./definition";
import { changes, comment, inProject, id, maybe, person, text } from "./fields";
import { HOSTILE, LONGEST, longName, mallory } from "./sample-text";

const ticket = z
  .looseObject({
    id: id("ticket"),
    subject: text("Subject of the ticket."),
    status: text("Status, such as open or solved."),
    priority: text("Priority, such as normal or urgent."),
    number: maybe(z.number().int().describe("Number that people quote.")),
  })
  .describe("The ticket.");

const written = (what: string) =>
  z
    .looseObject({
      id: id(what),
      text: text("What was written."),
      from: maybe(text("Name or address of the writer.")),
    })
    .describe(`The ${what}.`);

const requester = maybe(person("Who asked for help."));
const url = "https://desk.acme.example/tickets/4821";
const lin = { id: "usr_lin", name: "Lin Johansson" };

const typical = {
  ticket: {
    id: "tkt_4821",
    number: 4821,
    subject: "Invoices are not arriving since Monday",
    status: "open",
    priority: "urgent",
  },
  url,
};
const longest = {
  ticket: {
    id: LONGEST.id,
    number: 9_007_199_254,
    subject: LONGEST.title,
    status: "waiting for the customer's confirmation",
    priority: "urgent (contractual penalty)",
  },
  actor: longName,
  project: longName,
  url: LONGEST.url,
};
const hostile = {
  ticket: {
    id: "tkt_1",
    subject: HOSTILE.title,
    status: HOSTILE.short,
    priority: HOSTILE.short,
  },
  actor: mallory,
  project: mallory,
  url: HOSTILE.url,
};
const longComment = { id: LONGEST.id, text: LONGEST.text, author: longName };
const hostileComment = { id: "cmt_1", text: HOSTILE.text, author: mallory };
const longWritten = { id: LONGEST.id, text: LONGEST.text, from: LONGEST.email };
const hostileWritten = { id: "msg_1", text: HOSTILE.text, from: HOSTILE.email };

export const helpdesk = defineGroup("Helpdesk", {
  "helpdesk.ticket.created": {
    label: "Ticket created",
    description: "A helpdesk ticket is opened.",
    schema: inProject({ ticket, requester }),
    samples: {
      typical: { ...typical, requester: { id: "cus_nora", name: "Nora Lindqvist" } },
      longest: { ...longest, requester: longName },
      hostile: { ...hostile, requester: mallory },
    },
  },
  "helpdesk.ticket.updated": {
    label: "Ticket updated",
    description: "The subject, priority or another field of a ticket changes.",
    schema: inProject({ ticket, changes: maybe(changes) }),
    samples: {
      typical: { ...typical, changes: { priority: { from: "normal", to: "urgent" } }, actor: lin },
      longest: { ...longest, changes: { subject: { from: LONGEST.title, to: LONGEST.title } } },
      hostile: {
        ...hostile,
        changes: { [HOSTILE.short]: { from: HOSTILE.text, to: { name: HOSTILE.name } } },
      },
    },
  },
  "helpdesk.ticket.status_changed": {
    label: "Ticket status changed",
    description: "A ticket moves from one status to another.",
    schema: inProject({ ticket, changes: maybe(changes) }),
    samples: {
      typical: {
        ...typical,
        ticket: { ...typical.ticket, status: "solved" },
        changes: { status: { from: "open", to: "solved" } },
        actor: lin,
      },
      longest: { ...longest, changes: { status: { from: LONGEST.short, to: LONGEST.short } } },
      hostile: { ...hostile, changes: { status: { from: HOSTILE.short, to: HOSTILE.short } } },
    },
  },
  "helpdesk.ticket.assigned": {
    label: "Ticket assigned",
    description: "A ticket is given to somebody.",
    schema: inProject({
      ticket,
      assignee: maybe(person("Who looks after it now; null when nobody does.")),
    }),
    samples: {
      typical: { ...typical, assignee: lin, actor: { id: "usr_grace", name: "Grace Hopper" } },
      longest: { ...longest, assignee: longName },
      hostile: { ...hostile, assignee: mallory },
    },
  },
  "helpdesk.ticket.comment.created": {
    label: "Ticket commented",
    description: "Somebody in the team comments on a ticket.",
    schema: inProject({ ticket, comment: maybe(comment) }),
    samples: {
      typical: {
        ...typical,
        comment: {
          id: "cmt_88",
          text: "The mail queue was stuck on one bad address. Restarted it; 214 invoices are going out now.",
          author: lin,
        },
      },
      longest: { ...longest, comment: longComment },
      hostile: { ...hostile, comment: hostileComment },
    },
  },
  "helpdesk.ticket.email.replied": {
    label: "Ticket email replied",
    description: "A reply to a ticket's email thread arrives or is sent.",
    schema: inProject({ ticket, email: maybe(written("email")) }),
    samples: {
      typical: {
        ...typical,
        email: {
          id: "eml_301",
          from: "nora@lindqvist.example",
          text: "They just arrived, all of them. Thank you for the quick help!",
        },
      },
      longest: { ...longest, email: longWritten },
      hostile: { ...hostile, email: hostileWritten },
    },
  },
  "helpdesk.ticket.message.created": {
    label: "Ticket message",
    description: "A chat message is added to a ticket.",
    schema: inProject({ ticket, message: maybe(written("message")) }),
    samples: {
      typical: {
        ...typical,
        message: {
          id: "msg_77",
          from: "Nora Lindqvist",
          text: "Is there a way to download last week's invoices in one go?",
        },
      },
      longest: { ...longest, message: longWritten },
      hostile: { ...hostile, message: hostileWritten },
    },
  },
});

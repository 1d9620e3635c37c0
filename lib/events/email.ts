import { z } from "zod";
import { defineGroup } from "./definition";
import { inProject, id, maybe, text } from "./fields";
import { HOSTILE, LONGEST, longName, mallory } from "./sample-text";

const email = z
  .looseObject({
    id: id("email"),
    subject: text("Subject line."),
    from: maybe(text("Address of the sender.")),
    to: maybe(z.array(text("Address of one recipient.")).describe("Addresses of the recipients.")),
    preview: maybe(text("First lines of the text.")),
    attachmentCount: maybe(z.number().int().min(0).describe("How many files are attached.")),
  })
  .describe("The email.");

const schema = inProject({ email });

const longest = {
  email: {
    id: LONGEST.id,
    subject: LONGEST.title,
    from: LONGEST.email,
    to: Array.from({ length: 50 }, (_, index) => `recipient-${index}@${"subdomain.".repeat(8)}example`),
    preview: LONGEST.text,
    attachmentCount: 250,
  },
  actor: longName,
  project: longName,
  url: LONGEST.url,
};
const hostile = {
  email: {
    id: "eml_1",
    subject: HOSTILE.title,
    from: HOSTILE.email,
    to: [HOSTILE.email, HOSTILE.name],
    preview: HOSTILE.text,
    attachmentCount: 0,
  },
  actor: mallory,
  project: mallory,
  url: HOSTILE.url,
};

export const emails = defineGroup("Email", {
  "email.received": {
    label: "Email received",
    description: "An email arrives in a shared inbox.",
    schema,
    samples: {
      typical: {
        email: {
          id: "eml_5521",
          subject: "Purchase order 7710 — confirmed",
          from: "orders@fabrikam.example",
          to: ["sales@acme.example"],
          preview: "Hello Grace, attached is the signed order. Could you confirm the delivery date?",
          attachmentCount: 2,
        },
        url: "https://app.aamu.example/mail/eml_5521",
      },
      longest,
      hostile,
    },
  },
  "email.sent": {
    label: "Email sent",
    description: "A new email is sent from a shared inbox.",
    schema,
    samples: {
      typical: {
        email: {
          id: "eml_5530",
          subject: "Your onboarding plan",
          from: "hello@acme.example",
          to: ["priya@northwind.example", "sam@northwind.example"],
          preview: "Hi Priya, here is the plan we sketched yesterday.",
        },
        actor: { id: "usr_mika", name: "Mika Tanaka" },
        url: "https://app.aamu.example/mail/eml_5530",
      },
      longest,
      hostile,
    },
  },
  "email.replied": {
    label: "Email replied",
    description: "Somebody replies to an email thread of a shared inbox.",
    schema,
    samples: {
      typical: {
        email: {
          id: "eml_5544",
          subject: "Re: Purchase order 7710 — confirmed",
          from: "sales@acme.example",
          to: ["orders@fabrikam.example"],
          preview: "Thank you! Delivery is on 18 June between eight and ten.",
        },
        actor: { id: "usr_grace", name: "Grace Hopper" },
        url: "https://app.aamu.example/mail/eml_5544",
      },
      longest,
      hostile,
    },
  },
});

import { z } from "zod";
import { defineGroup } from "./definition";
import { changes, inProject, id, maybe, text } from "./fields";
import { HOSTILE, LONGEST, longName, mallory } from "./sample-text";

const form = z.looseObject({ id: id("form"), title: text("Title of the form.") }).describe("The form.");

const ANSWER = "The answer: text, number, true or false, or a list of them.";
const answers = z
  .union(
    [
      z.array(
        z
          .looseObject({
            question: text("The question as asked."),
            answer: z.unknown().optional().describe(ANSWER),
          })
          .describe("One answered question."),
      ),
      z.record(z.string(), z.unknown().describe(ANSWER)),
    ],
    { error: "Must be a list of {question, answer}, or an object with the answers by their question." },
  )
  .describe("The answers in the order of the form: a list, or an object by question.");

const submission = z
  .looseObject({
    id: id("submission"),
    answers: maybe(answers),
    submitter: maybe(
      z
        .looseObject({
          name: maybe(text("Name of the person.")),
          email: maybe(text("Email address of the person.")),
        })
        .describe("Who filled it in, if known."),
    ),
  })
  .describe("What was submitted.");

const typical = {
  form: { id: "frm_contact", title: "Talk to sales" },
  actor: { id: "usr_grace", name: "Grace Hopper" },
  url: "https://app.aamu.example/forms/frm_contact",
};
const longest = {
  form: { id: LONGEST.id, title: LONGEST.title },
  actor: longName,
  project: longName,
  url: LONGEST.url,
};
const hostile = {
  form: { id: "frm_1", title: HOSTILE.title },
  actor: mallory,
  project: mallory,
  url: HOSTILE.url,
};

export const forms = defineGroup("Forms", {
  "form.created": {
    label: "Form created",
    description: "A form is created.",
    schema: inProject({ form }),
    samples: { typical, longest, hostile },
  },
  "form.updated": {
    label: "Form updated",
    description: "The questions or settings of a form change.",
    schema: inProject({ form, changes: maybe(changes) }),
    samples: {
      typical: { ...typical, changes: { title: { from: "Contact us", to: "Talk to sales" } } },
      longest: { ...longest, changes: { title: { from: LONGEST.title, to: LONGEST.title } } },
      hostile: { ...hostile, changes: { title: { from: HOSTILE.title, to: HOSTILE.text } } },
    },
  },
  "form.deleted": {
    label: "Form deleted",
    description: "A form is deleted.",
    schema: inProject({ form }),
    samples: {
      typical: { ...typical, form: { id: "frm_party", title: "Summer party RSVP 2025" }, url: null },
      longest,
      hostile,
    },
  },
  "form.submitted": {
    label: "Form submitted",
    description: "Somebody fills in a form and sends it.",
    schema: inProject({ form, submission: maybe(submission) }),
    samples: {
      typical: {
        form: typical.form,
        submission: {
          id: "sub_3391",
          submitter: { name: "Priya Raman", email: "priya@northwind.example" },
          answers: [
            { question: "Company", answer: "Northwind Traders" },
            { question: "How many people would use it?", answer: 120 },
            { question: "Interested in", answer: ["Helpdesk", "Forms"] },
            {
              question: "What would you like to know?",
              answer: "Can we import tickets from our old system?",
            },
          ],
        },
        url: "https://app.aamu.example/forms/frm_contact/submissions/sub_3391",
      },
      longest: {
        ...longest,
        submission: {
          id: LONGEST.id,
          submitter: { name: LONGEST.name, email: LONGEST.email },
          answers: Array.from({ length: 40 }, () => ({ question: LONGEST.title, answer: LONGEST.text })),
        },
      },
      hostile: {
        ...hostile,
        submission: {
          id: "sub_1",
          submitter: { name: HOSTILE.name, email: HOSTILE.email },
          answers: [
            { question: HOSTILE.title, answer: HOSTILE.text },
            { question: HOSTILE.short, answer: [HOSTILE.short, null, { nested: HOSTILE.text }] },
          ],
        },
      },
    },
  },
});

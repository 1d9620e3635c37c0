import type { DataOf } from "@/lib/events/catalogue";
import { showValue } from "./changes";
import type { Describers } from "./content";
import { created, deleted, type Subject, updated } from "./families";
import { bold, customFact, fact, words } from "./parts";

export const forms = {
  "form.created": (data) => created(data, form(data)),
  "form.updated": (data, format) => updated(data, form(data), format),
  "form.deleted": (data) => deleted(data, form(data)),
  "form.submitted": (data, format) => {
    const { submitter, answers } = data.submission ?? {};
    const who = submitter?.name || submitter?.email || data.actor?.name;
    const title = bold(data.form.title);
    return {
      icon: "📨",
      tone: "success",
      subtitle: who
        ? [bold(who, "Somebody"), words(" submitted "), title]
        : [title, words(" received a new answer")],
      facts: [
        fact("email", "Email", submitter?.name ? submitter.email : undefined),
        ...answered(answers ?? []).map(([question, answer], index) =>
          customFact(question, [showValue(answer, format)], index),
        ),
      ],
      action: { label: "Open submission", url: data.url ?? data.form.url },
    };
  },
} satisfies Partial<Describers>;

const form = (data: DataOf<"form.created">): Subject => ({
  noun: "form",
  name: data.form.title,
  icon: "📋",
  url: data.url ?? data.form.url,
});

type Answers = { question: string; answer?: unknown }[] | Record<string, unknown>;

const answered = (answers: Answers): [string, unknown][] =>
  Array.isArray(answers)
    ? answers.map(({ question, answer }) => [question, answer])
    : Object.entries(answers);

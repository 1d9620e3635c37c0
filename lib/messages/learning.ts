import type { Describers } from "./content";
import { bold, did, fact, personFact, personName, whenFact, words } from "./parts";

export const learning = {
  "assignment.completed": (data, format) => ({
    icon: data.passed ? "✅" : "❌",
    tone: data.passed ? "success" : "danger",
    subtitle: [bold(personName(data.learner)), words(" completed "), bold(data.course.title)],
    figure: {
      label: "Score",
      value: `${format.number(data.score)}/100`,
      caption: data.passed ? "Passed" : "Failed",
    },
    facts: [personFact("learner", "Learner", data.learner), fact("course", "Course", data.course.title)],
    action: { label: "View debrief", url: data.debriefUrl ?? data.url },
  }),
  "assignment.created": (data, format) => ({
    icon: "📝",
    tone: "info",
    subtitle: did(
      data.actor,
      "assigned",
      [bold(data.course.title)],
      [words(" to "), bold(personName(data.learner))],
    ),
    facts: [
      personFact("learner", "Learner", data.learner),
      fact("course", "Course", data.course.title),
      whenFact("dueDate", "Due date", data.assignment.dueDate, format) ??
        fact("dueDate", "Due date", "No due date"),
    ],
    action: { label: "Open assignment", url: data.url ?? data.assignment.url },
  }),
  "course.published": (data, format) => ({
    icon: "📚",
    tone: "info",
    subtitle: did(data.actor, "published", [bold(data.course.title)]),
    facts: [
      fact("course", "Course", data.course.title),
      fact("version", "Version", data.version.label),
      fact("blockCount", "Blocks", format.number(data.blockCount)),
    ],
    action: { label: "Open course", url: data.url ?? data.course.url },
  }),
} satisfies Partial<Describers>;

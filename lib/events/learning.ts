import { z } from "zod";
import { defineGroup } from "./definition";
import { eventData, id, link, maybe, moment, person, text } from "./fields";
import { HOSTILE, LONGEST, longName, mallory } from "./sample-text";

const learner = person("Who learns.");
const course = z
  .looseObject({ id: id("course"), title: text("Title of the course.") })
  .describe("The course.");

const longCourse = { id: LONGEST.id, title: LONGEST.title };
const hostileCourse = { id: "crs_1", title: HOSTILE.title };

export const learning = defineGroup("Learning", {
  "assignment.completed": {
    label: "Assignment completed",
    description: "A learner finishes a scored session.",
    schema: eventData({
      assignment: z.looseObject({ id: id("assignment") }).describe("The assignment."),
      learner,
      course,
      score: z.number().min(0).max(100).describe("Points out of 100."),
      passed: z.boolean().describe("Whether the score reaches the pass mark."),
      debriefUrl: maybe(link("the debrief")),
    }),
    samples: {
      typical: {
        assignment: { id: "asg_7f3k2" },
        learner: { id: "usr_ana", name: "Ana Lovelace" },
        course: { id: "crs_price", title: "Handling Price Objections" },
        score: 87,
        passed: true,
        debriefUrl: "https://app.aimee.example/debriefs/asg_7f3k2",
      },
      longest: {
        assignment: { id: LONGEST.id },
        learner: longName,
        course: longCourse,
        score: 99.75,
        passed: true,
        debriefUrl: LONGEST.url,
      },
      hostile: {
        assignment: { id: "asg_1" },
        learner: mallory,
        course: hostileCourse,
        score: 0,
        passed: false,
        debriefUrl: HOSTILE.url,
      },
    },
  },
  "assignment.created": {
    label: "Assignment created",
    description: "An admin assigns a course to a learner.",
    schema: eventData({
      assignment: z
        .looseObject({
          id: id("assignment"),
          dueDate: maybe(moment("When it is due; null for no due date.")),
        })
        .describe("The assignment."),
      learner,
      course,
    }),
    samples: {
      typical: {
        assignment: { id: "asg_9m1x4", dueDate: "2026-06-19" },
        learner: { id: "usr_tomas", name: "Tomás Okafor" },
        course: { id: "crs_discovery", title: "Discovery Calls That Listen" },
        actor: { id: "usr_grace", name: "Grace Hopper" },
        url: "https://app.aimee.example/assignments/asg_9m1x4",
      },
      longest: {
        assignment: { id: LONGEST.id, dueDate: "2026-12-31T23:59:59.999Z" },
        learner: longName,
        course: longCourse,
        actor: longName,
        url: LONGEST.url,
      },
      hostile: {
        assignment: { id: "asg_1", dueDate: null },
        learner: mallory,
        course: hostileCourse,
        actor: mallory,
        url: HOSTILE.url,
      },
    },
  },
  "course.published": {
    label: "Course published",
    description: "An admin publishes a new version of a course.",
    schema: eventData({
      course,
      version: z
        .looseObject({ label: text("Name of the version, such as v3.") })
        .describe("The new version."),
      blockCount: z.number().int().min(0).describe("How many blocks the version has."),
    }),
    samples: {
      typical: {
        course: { id: "crs_price", title: "Handling Price Objections" },
        version: { label: "v3 · Summer refresh" },
        blockCount: 24,
        actor: { id: "usr_grace", name: "Grace Hopper" },
        url: "https://app.aimee.example/courses/crs_price",
      },
      longest: {
        course: longCourse,
        version: { label: LONGEST.short },
        blockCount: 1_048_576,
        actor: longName,
        url: LONGEST.url,
      },
      hostile: {
        course: hostileCourse,
        version: { label: HOSTILE.short },
        blockCount: 0,
        actor: mallory,
        url: HOSTILE.url,
      },
    },
  },
});

import { z } from "zod";
import { defineEndpoint } from "../endpoint";
import { paging, pageOf } from "../schemas/common";
import { newProject, project } from "../schemas/projects";

const tag = "Projects";

export const listProjects = defineEndpoint({
  id: "listProjects",
  method: "GET",
  path: "/api/v1/projects",
  tag,
  summary: "List projects",
  description: "Newest first, archived ones too.",
  scope: "read",
  query: z.object(paging),
  status: 200,
  answer: pageOf(project),
  answerDescription: "A page of projects.",
});

export const createProject = defineEndpoint({
  id: "createProject",
  method: "POST",
  path: "/api/v1/projects",
  tag,
  summary: "Add a project",
  scope: "manage",
  body: { schema: newProject, required: true },
  status: 201,
  answer: project,
  answerDescription: "The new project.",
});

import { z } from "zod";
import { projectId } from "./common";

const name = z.string().min(1).max(120).meta({ example: "Customer onboarding" });

export const project = z.strictObject({ id: projectId, name, archived: z.boolean() }).meta({ id: "Project" });

export const newProject = z.strictObject({ name }).meta({ id: "NewProject" });

"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast";
import { changeProjectName, setProjectArchived } from "./actions";
import { ProjectForm } from "./project-form";

interface ProjectRowProps {
  workspace: string;
  project: { id: string; name: string; archived: boolean; createdAt: string };
}

/** A project with its id for the API, and what can be done to it. */
export function ProjectRow({ workspace, project }: ProjectRowProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="truncate text-sm font-medium">{project.name}</p>
        <p className="flex min-w-0 items-center gap-1 text-xs text-ink-3">
          <code className="truncate font-mono">{project.id}</code>
          <CopyButton text={project.id} label={`Copy the id of ${project.name}`} />
        </p>
      </div>
      <span className="hidden text-xs text-ink-3 md:block">
        created <RelativeTime at={project.createdAt} />
      </span>
      <div className="ml-auto flex gap-1">
        <RenameDialog workspace={workspace} project={project} />
        <ArchiveButton workspace={workspace} project={project} />
      </div>
    </li>
  );
}

function RenameDialog({ workspace, project }: ProjectRowProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="ghost" size="sm" aria-label={`Rename ${project.name}`}>
          Rename
        </Button>
      </DialogTrigger>
      <DialogContent title={`Rename ${project.name}`} size="sm">
        <ProjectForm
          name={project.name}
          submitLabel="Save name"
          save={(name) => changeProjectName(workspace, { id: project.id, name })}
          onSaved={() => {
            setOpen(false);
            toast.success("The project was renamed");
          }}
        />
      </DialogContent>
    </Dialog>
  );
}

/** No question is asked: the toast takes it back. */
function ArchiveButton({ workspace, project }: ProjectRowProps) {
  const [pending, start] = useTransition();
  const { id, name } = project;
  const set = async (archived: boolean): Promise<boolean> => {
    const result = await setProjectArchived(workspace, { id, archived });
    if (!result.ok) toast.error(`${name} was not changed`, { description: result.error.message });
    return result.ok;
  };
  const toggle = () =>
    start(async () => {
      const archived = !project.archived;
      if (!(await set(archived))) return;
      toast.success(archived ? `${name} was archived` : `${name} is active again`, {
        description: archived
          ? "Its events are still accepted; channels limited to it keep working."
          : undefined,
        action: { label: "Undo", onClick: () => void set(!archived) },
      });
    });
  return (
    <Button
      variant="ghost"
      size="sm"
      pending={pending}
      onClick={toggle}
      aria-label={`${project.archived ? "Unarchive" : "Archive"} ${name}`}
    >
      {project.archived ? "Unarchive" : "Archive"}
    </Button>
  );
}

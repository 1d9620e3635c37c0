"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { addProject } from "./actions";
import { ProjectForm } from "./project-form";

export function CreateProjectDialog({ workspace }: { workspace: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <Plus aria-hidden /> New project
        </Button>
      </DialogTrigger>
      <DialogContent title="New project" size="sm">
        <ProjectForm
          submitLabel="Create project"
          save={(name) => addProject(workspace, { name })}
          onSaved={() => {
            setOpen(false);
            toast.success("The project was created");
          }}
        />
      </DialogContent>
    </Dialog>
  );
}

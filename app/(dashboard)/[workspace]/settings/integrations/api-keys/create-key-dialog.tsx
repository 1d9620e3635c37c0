"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogBody,
  DialogClose,
  DialogContent,
  DialogFooter,
  DialogTrigger,
} from "@/components/ui/dialog";
import { ShownOnce } from "@/components/ui/shown-once";
import { CreateKeyForm } from "./create-key-form";

/** Makes an API key: name, scopes and end, then the key, once. */
export function CreateKeyDialog({ workspace }: { workspace: string }) {
  const [key, setKey] = useState<string | null>(null);
  return (
    <Dialog onOpenChange={(open) => open && setKey(null)}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <Plus aria-hidden /> Create key
        </Button>
      </DialogTrigger>
      <DialogContent title="Create an API key" size="sm">
        {key === null ? <CreateKeyForm workspace={workspace} onKey={setKey} /> : <NewKey value={key} />}
      </DialogContent>
    </Dialog>
  );
}

const NewKey = ({ value }: { value: string }) => (
  <>
    <DialogBody className="grid gap-3">
      <ShownOnce title="Copy the key now" label="API key" value={value}>
        It is shown this once and stored nowhere. If it gets lost, revoke it and create another.
      </ShownOnce>
      <p className="text-xs text-ink-2">
        Send it as <code className="font-mono">Authorization: Bearer ck_…</code>
      </p>
    </DialogBody>
    <DialogFooter>
      <DialogClose asChild>
        <Button variant="primary">Done</Button>
      </DialogClose>
    </DialogFooter>
  </>
);

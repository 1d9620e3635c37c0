"use client";

import { useState } from "react";
import { RefusalBanner } from "@/app/_form/refusal-banner";
import { useFormAction } from "@/app/_form/use-form-action";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { ShownOnce } from "@/components/ui/shown-once";
import { absoluteLink } from "./absolute-link";
import { createPasswordLink } from "./actions";

interface PasswordLinkDialogProps {
  workspace: string;
  /** Public origin of the product; empty: where this page was opened. */
  origin: string;
  member: { userId: string; name: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Makes the link with which a member who forgot the password sets another. */
export function PasswordLinkDialog({ open, onOpenChange, ...link }: PasswordLinkDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title={`Password link for ${link.member.name}`}
        description="For somebody who has forgotten the password. It works once, for one day."
        size="sm"
      >
        <LinkSteps {...link} />
      </DialogContent>
    </Dialog>
  );
}

function LinkSteps({ workspace, origin, member }: Omit<PasswordLinkDialogProps, "open" | "onOpenChange">) {
  const [link, setLink] = useState<string | null>(null);
  const { formProps, pending, message } = useFormAction(
    () => createPasswordLink(workspace, { userId: member.userId }),
    ({ path }) => setLink(absoluteLink(origin, path)),
  );
  return (
    <form {...formProps} className="contents">
      <DialogBody className="grid gap-3">
        <RefusalBanner message={message} />
        {link === null ? (
          <p className="text-sm text-ink-2">
            Whoever opens the link can sign in as {member.name}. Hand it to them alone, in person or in a
            direct message. Links made before stop working.
          </p>
        ) : (
          <ShownOnce title="Copy the link now" label="Password link" value={link}>
            It is shown this once. If it gets lost, make another.
          </ShownOnce>
        )}
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button variant={link === null ? "secondary" : "primary"}>
            {link === null ? "Cancel" : "Done"}
          </Button>
        </DialogClose>
        {link === null && (
          <Button type="submit" variant="primary" pending={pending}>
            Create link
          </Button>
        )}
      </DialogFooter>
    </form>
  );
}

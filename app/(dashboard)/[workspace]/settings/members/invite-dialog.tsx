"use client";

import { UserPlus } from "lucide-react";
import { useState } from "react";
import { RefusalBanner } from "@/app/_form/refusal-banner";
import { textOf, useFormAction } from "@/app/_form/use-form-action";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogBody,
  DialogClose,
  DialogContent,
  DialogFooter,
  DialogTrigger,
} from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ShownOnce } from "@/components/ui/shown-once";
import type { Role } from "@/lib/auth/roles";
import { absoluteLink } from "./absolute-link";
import { createInvite } from "./actions";
import { RoleChoice } from "./role-choice";

interface InviteDialogProps {
  workspace: string;
  /** Public origin of the product; empty: where this page was opened. */
  origin: string;
  /** The roles that the reader may invite to. */
  roles: Role[];
}

/** Makes an invitation link: role, a note, then the link, once. */
export function InviteDialog(props: InviteDialogProps) {
  const [link, setLink] = useState<string | null>(null);
  return (
    <Dialog onOpenChange={(open) => open && setLink(null)}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <UserPlus aria-hidden /> Invite
        </Button>
      </DialogTrigger>
      <DialogContent
        title="Invite somebody"
        description="A link for one person, good for 7 days. Send it yourself: Carillon sends no mail."
        size="sm"
      >
        {link === null ? <InviteForm {...props} onLink={setLink} /> : <InviteLink link={link} />}
      </DialogContent>
    </Dialog>
  );
}

function InviteForm({
  workspace,
  origin,
  roles,
  onLink,
}: InviteDialogProps & { onLink: (link: string) => void }) {
  const [role, setRole] = useState<Role>("member");
  const { formProps, pending, fields, message } = useFormAction(
    (form) => createInvite(workspace, { role, note: textOf(form, "note") }),
    ({ path }) => onLink(absoluteLink(origin, path)),
  );
  return (
    <form {...formProps} className="contents">
      <DialogBody className="grid gap-4">
        <RefusalBanner message={message} />
        <RoleChoice roles={roles} value={role} onChange={setRole} />
        <Field
          label="Note"
          optional
          error={fields.note}
          hint="Whom it is for. Only owners and admins see it."
        >
          {(control) => <Input {...control} name="note" placeholder="Robin, customer success" />}
        </Field>
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" pending={pending}>
          Create link
        </Button>
      </DialogFooter>
    </form>
  );
}

const InviteLink = ({ link }: { link: string }) => (
  <>
    <DialogBody>
      <ShownOnce title="Copy the link now" label="Invitation link" value={link}>
        It is shown this once. If it gets lost, revoke the invitation and make another.
      </ShownOnce>
    </DialogBody>
    <DialogFooter>
      <DialogClose asChild>
        <Button variant="primary">Done</Button>
      </DialogClose>
    </DialogFooter>
  </>
);

"use client";

import { LogOut } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Panel, PanelBody, PanelHeader } from "@/components/ui/panel";
import { signOut } from "../(dashboard)/sign-out";

/** The way out: of this browser, or of all. */
export function SessionsPanel() {
  return (
    <Panel aria-labelledby="sessions">
      <PanelHeader
        id="sessions"
        title="Sessions"
        description="Lost a device, or signed in somewhere you should not have?"
      />
      <PanelBody className="flex flex-wrap gap-2">
        <Button onClick={() => void signOut(false)}>
          <LogOut aria-hidden /> Sign out
        </Button>
        <ConfirmDialog
          trigger={<Button>Sign out everywhere</Button>}
          title="Sign out everywhere?"
          confirmLabel="Sign out everywhere"
          tone="primary"
          onConfirm={async () => {
            await signOut(true);
            return true;
          }}
        >
          <p>Every browser has to sign in again, this one too. API keys are not concerned.</p>
        </ConfirmDialog>
      </PanelBody>
    </Panel>
  );
}

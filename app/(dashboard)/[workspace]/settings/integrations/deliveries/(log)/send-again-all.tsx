"use client";

import { RotateCw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { SendAgain } from "./send-again";

/** Sends everything that the log shows, over all its pages, again. */
export const SendAgainAll = ({ workspace, narrowed }: { workspace: string; narrowed: boolean }) => (
  <SendAgain
    workspace={workspace}
    trigger={
      <Button>
        <RotateCw aria-hidden /> {narrowed ? "Send all matching again…" : "Send all again…"}
      </Button>
    }
  />
);

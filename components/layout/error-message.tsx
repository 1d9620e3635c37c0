"use client";

import { CloudAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import { MessagePage } from "./message-page";

export interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** Something of ours went wrong. The reference is the one in the server's log. */
export function ErrorMessage({ error, reset, place }: ErrorPageProps & { place?: "page" | "inside" }) {
  return (
    <MessagePage
      icon={CloudAlert}
      title="Something went wrong on our side"
      place={place}
      actions={
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
      }
    >
      <p>The page could not be made. Deliveries go on in the background all the same.</p>
      {error.digest !== undefined && (
        <p className="mt-2 font-mono text-xs text-ink-3">Reference {error.digest}</p>
      )}
    </MessagePage>
  );
}

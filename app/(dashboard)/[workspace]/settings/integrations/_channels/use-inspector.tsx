"use client";

import { ExternalLink, Radio } from "lucide-react";
import Link from "next/link";
import { useState, useTransition } from "react";
import { paths } from "@/components/layout/paths";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { ProviderId } from "@/lib/providers/provider";
import { addInspector } from "./actions";

interface UseInspectorProps {
  workspace: string;
  provider: ProviderId;
  onReady: (url: string) => void;
}

/** For people who only look around: a built-in receiver, whose address goes into the form. */
export function UseInspector({ workspace, provider, onReady }: UseInspectorProps) {
  const [token, setToken] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const make = () =>
    start(async () => {
      const result = await addInspector(workspace, { provider });
      if (!result.ok) {
        toast.error("No inspector was made", { description: result.error.message });
        return;
      }
      setToken(result.data.token);
      onReady(result.data.url);
    });
  return (
    <div className="grid justify-items-start gap-2 border-t border-line pt-3 text-sm text-ink-2">
      <p>
        Only trying it out? Let a built-in inspector receive, and watch what arrives. It stays for seven days.
      </p>
      {token === null ? (
        <Button size="sm" onClick={make} pending={pending}>
          <Radio aria-hidden /> Use an inspector
        </Button>
      ) : (
        <Button size="sm" asChild>
          <Link href={paths.inspector(token)} target="_blank">
            <ExternalLink aria-hidden /> Open the inspector
          </Link>
        </Button>
      )}
    </div>
  );
}

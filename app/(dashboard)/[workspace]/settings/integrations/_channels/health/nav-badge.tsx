"use client";

import { OctagonX } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { DisabledItem } from "./disabled-item";
import { useDisabled } from "./use-disabled";

/** In the sidebar: how many channels of a kind were switched off automatically. */
export function NavBadge({ workspace, kind }: { workspace: string; kind: DisabledItem["kind"] }) {
  const count = useDisabled(workspace).filter((channel) => channel.kind === kind).length;
  if (count === 0) return null;
  const text = `${count === 1 ? "channel was" : "channels were"} switched off automatically`;
  return (
    <Badge tone="bad" className="ml-auto tabular-nums" title={`${count} ${text}`}>
      <OctagonX aria-hidden />
      {count} <span className="sr-only">{text}</span>
    </Badge>
  );
}

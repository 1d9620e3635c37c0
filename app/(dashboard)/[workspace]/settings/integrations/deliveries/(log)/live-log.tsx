"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { DeliveryRow } from "@/components/deliveries/delivery-row";
import { DeliveryTable } from "@/components/deliveries/delivery-table";
import { paths } from "@/components/layout/paths";
import { LogToolbar } from "./log-toolbar";
import { useLogNews } from "./use-log-news";

interface LiveLogProps {
  workspace: string;
  rows: DeliveryRow[];
  /** When the rows were read; ISO 8601. */
  readAt: string;
  /** The first page, which has news. */
  live: boolean;
  /** There are more pages. */
  more: boolean;
}

/** A page of the log that keeps its rows current and says when there are newer ones, without moving what is being read. */
export function LiveLog({ workspace, rows: read, readAt, live, more }: LiveLogProps) {
  const router = useRouter();
  const [showing, startShowing] = useTransition();
  const { rows, fresh, failing } = useLogNews({ workspace, rows: read, readAt, live });
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = rows.flatMap(({ id }) => (picked.has(id) ? [id] : []));
  const toggle = (id: string) => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    setPicked(next);
  };
  const toggleAll = () =>
    setPicked(chosen.length === rows.length ? new Set() : new Set(rows.map(({ id }) => id)));
  return (
    <>
      <LogToolbar
        workspace={workspace}
        chosen={chosen}
        whole={chosen.length === rows.length && more}
        shown={rows.length}
        onClear={() => setPicked(new Set())}
        news={{ live, fresh, failing, showing, show: () => startShowing(() => router.refresh()) }}
      />
      {rows.length > 0 && (
        <DeliveryTable
          rows={rows}
          href={(id) => paths.delivery(workspace, id)}
          selection={{ chosen: new Set(chosen), toggle, toggleAll }}
        />
      )}
    </>
  );
}

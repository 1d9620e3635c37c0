"use client";

import { paths } from "@/components/layout/paths";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { useFollow } from "@/components/ui/use-follow";
import { DeliveryCounts } from "./delivery-counts";
import type { EventRow } from "./event-row";
import { RoutingBadge } from "./routing-badge";
import { SourceLabel } from "./source-label";

interface EventTableProps {
  workspace: string;
  rows: EventRow[];
}

/** The event log: one row an event, all of the row leads to its path. */
export function EventTable({ workspace, rows }: EventTableProps) {
  const follow = useFollow();
  return (
    <Table label="Events" className="table-fixed md:table-auto" onClick={follow}>
      <TableHead>
        <tr>
          <TableHeader>Event</TableHeader>
          <TableHeader className="wide-cell">Project</TableHeader>
          <TableHeader className="wide-cell">Source</TableHeader>
          <TableHeader className="wide-cell">Routing</TableHeader>
          <TableHeader className="wide-cell">Deliveries</TableHeader>
          <TableHeader className="wide-cell text-right">Received</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Row key={row.id} workspace={workspace} row={row} />
        ))}
      </TableBody>
    </Table>
  );
}

function Row({ workspace, row }: { workspace: string; row: EventRow }) {
  return (
    <TableRow className="relative">
      <TableCell className="md:max-w-80">
        <a
          href={paths.event(workspace, row.id)}
          className="block truncate font-mono text-xs text-ink after:absolute after:inset-0"
        >
          {row.type}
        </a>
        <span className="block truncate text-xs text-ink-2">{row.headline}</span>
        <NarrowFacts row={row} />
      </TableCell>
      <TableCell className="wide-cell max-w-36 truncate text-ink-2">
        {row.project ?? <span className="text-ink-3">–</span>}
      </TableCell>
      <TableCell className="wide-cell max-w-36 text-ink-2">
        <SourceLabel source={row.source} />
      </TableCell>
      <TableCell className="wide-cell">
        <RoutingBadge routing={row.routing} />
      </TableCell>
      <TableCell className="wide-cell">
        <DeliveryCounts counts={row.deliveries} />
      </TableCell>
      <TableCell className="wide-cell text-right whitespace-nowrap text-ink-2">
        <RelativeTime at={row.receivedAt.toISOString()} />
      </TableCell>
    </TableRow>
  );
}

const NarrowFacts = ({ row }: { row: EventRow }) => (
  <span className="mt-1.5 grid gap-1.5 text-xs text-ink-3 md:hidden">
    <span className="flex flex-wrap items-center gap-1">
      <RoutingBadge routing={row.routing} />
      {row.routing !== null && row.routing.matched > 0 && <DeliveryCounts counts={row.deliveries} />}
    </span>
    <span className="flex min-w-0 items-center gap-1.5">
      <SourceLabel source={row.source} />
      <span className="shrink-0">
        · <RelativeTime at={row.receivedAt.toISOString()} />
      </span>
    </span>
  </span>
);

import type { Route } from "next";
import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { DeliveryCounts } from "./delivery-counts";
import type { EventRow } from "./event-row";
import { RoutingBadge } from "./routing-badge";
import { SourceLabel } from "./source-label";

// Columns that a phone has no room for: there, their content stands below the event's name.
const WIDE = "hidden md:table-cell";

interface EventTableProps {
  rows: EventRow[];
  /** Where a row leads. */
  href: (id: string) => Route;
}

/** The event log: one row an event, all of the row leads to its path. */
export function EventTable({ rows, href }: EventTableProps) {
  return (
    <Table label="Events" className="table-fixed md:table-auto">
      <TableHead>
        <tr>
          <TableHeader>Event</TableHeader>
          <TableHeader className={WIDE}>Project</TableHeader>
          <TableHeader className={WIDE}>Source</TableHeader>
          <TableHeader className={WIDE}>Routing</TableHeader>
          <TableHeader className={WIDE}>Deliveries</TableHeader>
          <TableHeader className="hidden text-right md:table-cell">Received</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Row key={row.id} row={row} href={href(row.id)} />
        ))}
      </TableBody>
    </Table>
  );
}

function Row({ row, href }: { row: EventRow; href: Route }) {
  return (
    <TableRow className="relative">
      <TableCell className="md:max-w-80">
        <Link
          href={href}
          prefetch={false}
          className="block truncate font-mono text-xs text-ink after:absolute after:inset-0"
        >
          {row.type}
        </Link>
        <span className="block truncate text-xs text-ink-2">{row.headline}</span>
        <NarrowFacts row={row} />
      </TableCell>
      <TableCell className="hidden max-w-36 truncate text-ink-2 md:table-cell">
        {row.project ?? <span className="text-ink-3">–</span>}
      </TableCell>
      <TableCell className="hidden max-w-36 text-ink-2 md:table-cell">
        <SourceLabel source={row.source} />
      </TableCell>
      <TableCell className={WIDE}>
        <RoutingBadge routing={row.routing} />
      </TableCell>
      <TableCell className={WIDE}>
        <DeliveryCounts counts={row.deliveries} />
      </TableCell>
      <TableCell className="hidden text-right whitespace-nowrap text-ink-2 md:table-cell">
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

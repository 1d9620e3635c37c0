import { FlaskConical } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { ProviderIcon } from "@/components/channels/provider-icon";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { attemptsText } from "./attempts-text";
import type { DeliveryRow } from "./delivery-row";
import { DeliveryResult } from "./delivery-result";
import { NextAttempt } from "./next-attempt";

/** Which rows are picked, and what picking does. */
interface RowSelection {
  chosen: ReadonlySet<string>;
  toggle: (id: string) => void;
  toggleAll: () => void;
}

interface DeliveryTableProps {
  rows: readonly DeliveryRow[];
  /** Where a row leads. */
  href: (id: string) => Route;
  /** With it every row has a checkbox. */
  selection?: RowSelection;
}

// Columns that a phone has no room for: there, their content stands below the event's name.
const WIDE = "hidden md:table-cell";

/** The delivery log: one row a delivery, all of the row leads to it. */
export function DeliveryTable({ rows, href, selection }: DeliveryTableProps) {
  return (
    <Table label="Deliveries" className="md:min-w-180">
      <TableHead>
        <tr>
          {selection && <SelectAll rows={rows} selection={selection} />}
          <TableHeader>Status</TableHeader>
          <TableHeader>Event</TableHeader>
          <TableHeader className={WIDE}>Channel</TableHeader>
          <TableHeader className={WIDE}>Result</TableHeader>
          <TableHeader className={WIDE}>Attempts</TableHeader>
          <TableHeader className={WIDE}>Next attempt</TableHeader>
          <TableHeader className={cn(WIDE, "text-right")}>Created</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Row key={row.id} row={row} href={href(row.id)} selection={selection} />
        ))}
      </TableBody>
    </Table>
  );
}

function SelectAll({ rows, selection }: { rows: readonly DeliveryRow[]; selection: RowSelection }) {
  const chosen = rows.filter(({ id }) => selection.chosen.has(id)).length;
  return (
    <TableHeader className="w-px pr-0">
      <Checkbox
        aria-label="Select this page"
        className="block"
        checked={rows.length > 0 && chosen === rows.length}
        ref={(box) => {
          if (box) box.indeterminate = chosen > 0 && chosen < rows.length;
        }}
        onChange={selection.toggleAll}
      />
    </TableHeader>
  );
}

interface RowProps {
  row: DeliveryRow;
  href: Route;
  selection: RowSelection | undefined;
}

function Row({ row, href, selection }: RowProps) {
  const nothing = <span className="text-ink-3">–</span>;
  const chosen = selection?.chosen.has(row.id) ?? false;
  return (
    <TableRow className={cn("relative", chosen && "bg-accent-soft/50")}>
      {selection && (
        // Above the link that covers the row.
        <TableCell className="relative z-10 w-px pr-0">
          <label className="-m-2 block w-fit p-2">
            <Checkbox
              aria-label={`Select ${row.eventType} to ${row.channelName}, ${row.id.slice(-6)}`}
              className="block"
              checked={chosen}
              onChange={() => selection.toggle(row.id)}
            />
          </label>
        </TableCell>
      )}
      <TableCell>
        <StatusBadge status={row.status} />
      </TableCell>
      <TableCell>
        <EventCell row={row} href={href} />
      </TableCell>
      <TableCell className={cn(WIDE, "max-w-40")}>
        <span className="flex min-w-0 items-center gap-2">
          <ProviderIcon provider={row.provider} label />
          <span className="truncate">{row.channelName}</span>
        </span>
      </TableCell>
      <TableCell className={cn(WIDE, "max-w-64 whitespace-nowrap")}>
        <DeliveryResult last={row} className="max-w-full" />
      </TableCell>
      <TableCell className={cn(WIDE, "whitespace-nowrap text-ink-2")}>
        {attemptsText(row.attemptCount, row.maxAttempts)}
      </TableCell>
      <TableCell className={cn(WIDE, "whitespace-nowrap text-ink-2")}>
        {row.nextAttemptAt === null ? nothing : <NextAttempt at={row.nextAttemptAt.toISOString()} />}
      </TableCell>
      <TableCell className={cn(WIDE, "text-right whitespace-nowrap text-ink-2")}>
        <RelativeTime at={row.createdAt.toISOString()} />
      </TableCell>
    </TableRow>
  );
}

const EventCell = ({ row, href }: { row: DeliveryRow; href: Route }) => (
  <>
    <span className="flex items-center gap-2">
      <Link href={href} className="font-mono text-xs text-ink after:absolute after:inset-0" prefetch={false}>
        {row.eventType}
      </Link>
      {row.test && (
        <Badge tone="info">
          <FlaskConical aria-hidden /> Test
        </Badge>
      )}
    </span>
    <NarrowFacts row={row} />
  </>
);

const NarrowFacts = ({ row }: { row: DeliveryRow }) => (
  <span className="mt-1 flex min-w-0 flex-wrap items-center gap-x-1.5 text-xs text-ink-3 md:hidden">
    <span className="max-w-40 truncate text-ink-2">{row.channelName}</span>
    <span>· {attemptsText(row.attemptCount, row.maxAttempts)}</span>
    <span>
      · <RelativeTime at={row.createdAt.toISOString()} />
    </span>
    {row.nextAttemptAt !== null && (
      <span>
        · next <NextAttempt at={row.nextAttemptAt.toISOString()} />
      </span>
    )}
    {row.lastErrorCode !== null && <DeliveryResult last={row} className="w-full" />}
  </span>
);

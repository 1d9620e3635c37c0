import { FlaskConical } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { ProviderIcon } from "@/components/channels/provider-icon";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { DeliveryStatus, ErrorCode } from "@/lib/delivery/status";
import type { ProviderId } from "@/lib/providers/provider";
import { attemptsText } from "./attempts-text";
import { NextAttempt } from "./next-attempt";
import { resultText } from "./result-text";

/** A delivery as the log's rows need it. */
export interface DeliveryRow {
  id: string;
  eventType: string;
  channelName: string;
  provider: ProviderId;
  status: DeliveryStatus;
  attemptCount: number;
  maxAttempts: number;
  nextAttemptAt: Date | null;
  createdAt: Date;
  lastErrorCode: ErrorCode | null;
  lastStatusCode: number | null;
  test: boolean;
}

// Columns that a phone has no room for: there, their content stands below the event's name.
const WIDE = "hidden md:table-cell";

interface DeliveryTableProps {
  rows: DeliveryRow[];
  /** Where a row leads. */
  href: (id: string) => Route;
}

/** The delivery log: one row a delivery, all of the row leads to it. */
export function DeliveryTable({ rows, href }: DeliveryTableProps) {
  return (
    <Table label="Deliveries" className="md:min-w-180">
      <TableHead>
        <tr>
          <TableHeader>Status</TableHeader>
          <TableHeader>Event</TableHeader>
          <TableHeader className={WIDE}>Channel</TableHeader>
          <TableHeader className={WIDE}>Attempts</TableHeader>
          <TableHeader className={WIDE}>Last answer</TableHeader>
          <TableHeader className={WIDE}>Next attempt</TableHeader>
          <TableHeader className="hidden text-right md:table-cell">Created</TableHeader>
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

function Row({ row, href }: { row: DeliveryRow; href: Route }) {
  const nothing = <span className="text-ink-3">–</span>;
  return (
    <TableRow className="relative">
      <TableCell>
        <StatusBadge status={row.status} />
      </TableCell>
      <TableCell>
        <span className="flex items-center gap-2">
          <Link
            href={href}
            className="font-mono text-xs text-ink after:absolute after:inset-0"
            prefetch={false}
          >
            {row.eventType}
          </Link>
          {row.test && (
            <Badge tone="info">
              <FlaskConical aria-hidden /> Test
            </Badge>
          )}
        </span>
        <NarrowFacts row={row} />
      </TableCell>
      <TableCell className="hidden max-w-40 md:table-cell">
        <span className="flex min-w-0 items-center gap-2">
          <ProviderIcon provider={row.provider} label />
          <span className="truncate">{row.channelName}</span>
        </span>
      </TableCell>
      <TableCell className="hidden whitespace-nowrap text-ink-2 md:table-cell">
        {attemptsText(row.attemptCount, row.maxAttempts)}
      </TableCell>
      <TableCell className="hidden whitespace-nowrap text-ink-2 md:table-cell">
        {resultText(row.lastErrorCode, row.lastStatusCode) ?? nothing}
      </TableCell>
      <TableCell className="hidden whitespace-nowrap text-ink-2 md:table-cell">
        {row.nextAttemptAt === null ? nothing : <NextAttempt at={row.nextAttemptAt.toISOString()} />}
      </TableCell>
      <TableCell className="hidden text-right whitespace-nowrap text-ink-2 md:table-cell">
        <RelativeTime at={row.createdAt.toISOString()} />
      </TableCell>
    </TableRow>
  );
}

function NarrowFacts({ row }: { row: DeliveryRow }) {
  return (
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
    </span>
  );
}

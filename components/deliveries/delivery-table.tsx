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

interface DeliveryTableProps {
  rows: DeliveryRow[];
  /** Where a row leads. */
  href: (id: string) => Route;
}

/** The delivery log: one row a delivery, all of the row leads to it. */
export function DeliveryTable({ rows, href }: DeliveryTableProps) {
  return (
    <Table label="Deliveries" className="min-w-180">
      <TableHead>
        <tr>
          <TableHeader>Status</TableHeader>
          <TableHeader>Event</TableHeader>
          <TableHeader>Channel</TableHeader>
          <TableHeader>Attempts</TableHeader>
          <TableHeader>Last answer</TableHeader>
          <TableHeader>Next attempt</TableHeader>
          <TableHeader className="text-right">Created</TableHeader>
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
      </TableCell>
      <TableCell className="max-w-40">
        <span className="flex min-w-0 items-center gap-2">
          <ProviderIcon provider={row.provider} label />
          <span className="truncate">{row.channelName}</span>
        </span>
      </TableCell>
      <TableCell className="whitespace-nowrap text-ink-2">
        {attemptsText(row.attemptCount, row.maxAttempts)}
      </TableCell>
      <TableCell className="whitespace-nowrap text-ink-2">
        {resultText(row.lastErrorCode, row.lastStatusCode) ?? nothing}
      </TableCell>
      <TableCell className="whitespace-nowrap text-ink-2">
        {row.nextAttemptAt === null ? nothing : <NextAttempt at={row.nextAttemptAt.toISOString()} />}
      </TableCell>
      <TableCell className="text-right whitespace-nowrap text-ink-2">
        <RelativeTime at={row.createdAt.toISOString()} />
      </TableCell>
    </TableRow>
  );
}

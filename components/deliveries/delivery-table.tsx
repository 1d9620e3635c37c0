"use client";

import type { Route } from "next";
import { ProviderIcon } from "@/components/channels/provider-icon";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, TableBody, TableHead, TableHeader } from "@/components/ui/table";
import { useFollow } from "@/components/ui/use-follow";
import { attemptsText } from "./attempts-text";
import type { DeliveryRow } from "./delivery-row";
import { DeliveryResult } from "./delivery-result";
import "./delivery-table.css";
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

/** The delivery log: one row a delivery, all of the row leads to it. */
export function DeliveryTable({ rows, href, selection }: DeliveryTableProps) {
  const follow = useFollow();
  return (
    <Table label="Deliveries" className="md:min-w-180" onClick={follow}>
      <TableHead>
        <tr>
          {selection && <SelectAll rows={rows} selection={selection} />}
          <TableHeader>Status</TableHeader>
          <TableHeader>Event</TableHeader>
          <TableHeader className="wide-cell">Channel</TableHeader>
          <TableHeader className="wide-cell">Result</TableHeader>
          <TableHeader className="wide-cell">Attempts</TableHeader>
          <TableHeader className="wide-cell">Next attempt</TableHeader>
          <TableHeader className="wide-cell text-right">Created</TableHeader>
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

/** Few elements, and one class each: a page has fifty rows (delivery-table.css). */
function Row({ row, href, selection }: RowProps) {
  const chosen = selection?.chosen.has(row.id) ?? false;
  return (
    <tr className="delivery-row" data-chosen={chosen || undefined}>
      {selection && (
        <td className="cell pick">
          <label>
            <input
              type="checkbox"
              aria-label={`Select ${row.eventType} to ${row.channelName}, ${row.id.slice(-6)}`}
              checked={chosen}
              onChange={() => selection.toggle(row.id)}
            />
          </label>
        </td>
      )}
      <td className="cell">
        <StatusBadge status={row.status} />
      </td>
      <td className="cell event">
        <a href={href}>{row.eventType}</a>
        {row.test && <TestBadge />}
        <NarrowFacts row={row} />
      </td>
      <td className="cell wide-cell channel">
        <ProviderIcon provider={row.provider} label />
        {` ${row.channelName}`}
      </td>
      <td className="cell wide-cell result">
        <DeliveryResult last={row} />
      </td>
      <td className="cell wide-cell fact">{attemptsText(row.attemptCount, row.maxAttempts)}</td>
      {row.nextAttemptAt === null ? (
        <td className="cell wide-cell nothing">–</td>
      ) : (
        <td className="cell wide-cell fact">
          <NextAttempt at={row.nextAttemptAt.toISOString()} />
        </td>
      )}
      <td className="cell wide-cell fact text-right">
        <RelativeTime at={row.createdAt.toISOString()} />
      </td>
    </tr>
  );
}

const TestBadge = () => (
  <Badge tone="info" icon="flask-conical" className="ml-2">
    Test
  </Badge>
);

/** What a phone has no columns for. */
const NarrowFacts = ({ row }: { row: DeliveryRow }) => (
  <span className="narrow-facts">
    <span>{row.channelName}</span>
    <span className="also">{attemptsText(row.attemptCount, row.maxAttempts)}</span>
    <RelativeTime at={row.createdAt.toISOString()} className="also" />
    {row.nextAttemptAt !== null && (
      <span className="also">
        {"next "}
        <NextAttempt at={row.nextAttemptAt.toISOString()} />
      </span>
    )}
    {row.lastErrorCode !== null && <DeliveryResult last={row} className="w-full" />}
  </span>
);

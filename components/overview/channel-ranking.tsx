import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { ProviderIcon } from "@/components/channels/provider-icon";
import { Panel, PanelHeader } from "@/components/ui/panel";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { duration } from "@/components/ui/time-text";
import type { ProviderId } from "@/lib/providers/provider";

/** A channel's part in what happened. */
export interface RankedChannel {
  id: string;
  name: string;
  provider: ProviderId;
  deliveries: number;
  failed: number;
  /** Milliseconds; null without an attempt. */
  p95: number | null;
}

interface ChannelRankingProps {
  id: string;
  title: string;
  rows: RankedChannel[];
  /** Where a row leads. */
  href: (id: string) => Route;
  /** What is said when there is none. */
  empty: ReactNode;
}

/** A few channels, the most noticeable first; each row leads to its deliveries. */
export function ChannelRanking({ id, title, rows, href, empty }: ChannelRankingProps) {
  return (
    <Panel aria-labelledby={id}>
      <PanelHeader id={id} title={title} />
      {rows.length === 0 ? (
        <p className="px-4 py-6 text-center text-ink-2">{empty}</p>
      ) : (
        <Table label={title} className="table-fixed">
          <TableHead>
            <tr>
              <TableHeader>Channel</TableHeader>
              <TableHeader className="hidden w-24 text-right sm:table-cell">Deliveries</TableHeader>
              <TableHeader className="w-16 text-right">Failed</TableHeader>
              <TableHeader className="w-22 text-right">p95</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <Row key={row.id} row={row} href={href(row.id)} />
            ))}
          </TableBody>
        </Table>
      )}
    </Panel>
  );
}

const Row = ({ row, href }: { row: RankedChannel; href: Route }) => (
  <TableRow className="relative">
    <TableCell>
      <span className="flex min-w-0 items-center gap-2">
        <ProviderIcon provider={row.provider} label />
        <Link href={href} prefetch={false} className="truncate text-ink after:absolute after:inset-0">
          {row.name}
        </Link>
      </span>
    </TableCell>
    <TableCell className="hidden text-right text-ink-2 sm:table-cell">
      {row.deliveries.toLocaleString("en-GB")}
    </TableCell>
    <TableCell className={row.failed > 0 ? "text-right font-medium text-bad" : "text-right text-ink-2"}>
      {row.failed.toLocaleString("en-GB")}
    </TableCell>
    <TableCell className="text-right whitespace-nowrap text-ink-2">
      {row.p95 === null ? "–" : duration(row.p95)}
    </TableCell>
  </TableRow>
);

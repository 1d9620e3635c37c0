import type { Route } from "next";
import Link from "next/link";
import { ProviderIcon } from "@/components/channels/provider-icon";
import { DeliveryResult } from "@/components/deliveries/delivery-result";
import { paths } from "@/components/layout/paths";
import { cn } from "@/components/ui/cn";
import { Pagination } from "@/components/ui/pagination";
import { Panel } from "@/components/ui/panel";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import {
  ITEM_STATES,
  type ItemState,
  type RedeliveryItem,
  type RedeliveryJob,
} from "@/db/queries/redelivery-jobs";

interface ItemListProps {
  workspace: string;
  job: RedeliveryJob;
  state: ItemState;
  rows: RedeliveryItem[];
  /** Where the next page begins. */
  next: string | null;
  /** This is not the first page. */
  paged: boolean;
}

const WORDS = {
  failed: { word: "Failed", none: "No attempt failed." },
  skipped: { word: "Skipped", none: "Nothing was skipped." },
  succeeded: { word: "Succeeded", none: "No attempt has succeeded yet." },
  waiting: { word: "Waiting", none: "Nothing is waiting any more." },
} as const satisfies Record<ItemState, { word: string; none: string }>;

/** The deliveries of a job by what became of them. */
export function ItemList({ workspace, job, state, rows, next, paged }: ItemListProps) {
  const here = paths.redelivery(workspace, job.id);
  const href = (of: ItemState, after?: string) =>
    `${here}?state=${of}${after === undefined ? "" : `&after=${encodeURIComponent(after)}`}` as Route;
  return (
    <Panel aria-label="Deliveries of this redelivery">
      <nav aria-label="By outcome" className="flex gap-4 overflow-x-auto border-b border-line px-4">
        {ITEM_STATES.map((of) => (
          <Link
            key={of}
            href={href(of)}
            aria-current={of === state ? "page" : undefined}
            className={cn(
              "-mb-px flex h-9 items-center gap-1.5 border-b-2 border-transparent text-sm font-medium text-ink-2 hover:text-ink",
              of === state && "border-accent text-ink",
            )}
          >
            {of === "waiting" && job.status === "cancelled" ? "Not sent" : WORDS[of].word}
            <span className="text-xs text-ink-3 tabular-nums">
              {countOf(job, of).toLocaleString("en-GB")}
            </span>
          </Link>
        ))}
      </nav>
      {rows.length === 0 ? (
        <p className="px-4 py-8 text-center text-ink-2">{WORDS[state].none}</p>
      ) : (
        <Items rows={rows} workspace={workspace} />
      )}
      {(paged || next !== null) && (
        <Pagination
          newest={paged ? href(state) : null}
          older={next === null ? null : href(state, next)}
          summary={`${rows.length} deliveries`}
        />
      )}
    </Panel>
  );
}

function countOf({ total, succeeded, failed, skipped }: RedeliveryJob, state: ItemState): number {
  // What retention has removed meanwhile is in none of them.
  const waiting = Math.max(0, total - succeeded - failed - skipped);
  return { succeeded, failed, skipped, waiting }[state];
}

const Items = ({ rows, workspace }: { rows: RedeliveryItem[]; workspace: string }) => (
  <Table label="Deliveries">
    <TableHead>
      <tr>
        <TableHeader>Event</TableHeader>
        <TableHeader className="hidden sm:table-cell">Channel</TableHeader>
        <TableHeader>Result</TableHeader>
        <TableHeader className="hidden sm:table-cell">Status now</TableHeader>
      </tr>
    </TableHead>
    <TableBody>
      {rows.map((row) => (
        <TableRow key={row.id} className="relative">
          <TableCell>
            <Link
              href={paths.delivery(workspace, row.id)}
              prefetch={false}
              className="font-mono text-xs after:absolute after:inset-0"
            >
              {row.eventType}
            </Link>
          </TableCell>
          <TableCell className="hidden max-w-48 sm:table-cell">
            <span className="flex min-w-0 items-center gap-2">
              <ProviderIcon provider={row.provider} label />
              <span className="truncate">{row.channelName}</span>
            </span>
          </TableCell>
          <TableCell className="max-w-48">
            <DeliveryResult last={row} className="max-w-full" />
          </TableCell>
          <TableCell className="hidden sm:table-cell">
            <StatusBadge status={row.status} />
          </TableCell>
        </TableRow>
      ))}
    </TableBody>
  </Table>
);

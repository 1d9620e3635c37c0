"use client";

import { ArrowUp, RotateCw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { MOST_NEWS } from "../news/log-news";
import { SendAgain } from "./send-again";

interface News {
  /** Whether this page asks for news. */
  live: boolean;
  fresh: number;
  failing: boolean;
  showing: boolean;
  show: () => void;
}

interface LogToolbarProps {
  workspace: string;
  chosen: string[];
  /** The whole page is chosen, and there are more pages. */
  whole: boolean;
  shown: number;
  onClear: () => void;
  news: News;
}

/** The line over the rows: it has its place from the start, so that nothing moves when news come. */
export function LogToolbar({ workspace, chosen, whole, shown, onClear, news }: LogToolbarProps) {
  return (
    <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b border-line px-4 py-1.5 text-xs text-ink-2">
      <div role="group" aria-label="Selection" className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {chosen.length === 0 ? (
          <span className="tabular-nums">{shown === 1 ? "1 delivery" : `${shown} deliveries`}</span>
        ) : (
          <>
            <span className="font-medium text-ink tabular-nums">{chosen.length} selected</span>
            <SendAgain
              workspace={workspace}
              ids={chosen}
              trigger={
                <Button size="sm">
                  <RotateCw aria-hidden /> Send again…
                </Button>
              }
            />
            {whole && (
              <SendAgain
                workspace={workspace}
                trigger={
                  <Button size="sm" variant="ghost">
                    Everything that matches instead…
                  </Button>
                }
              />
            )}
            <Button size="sm" variant="ghost" onClick={onClear}>
              Clear
            </Button>
          </>
        )}
      </div>
      <NewsNotice news={news} />
    </div>
  );
}

function NewsNotice({ news: { live, fresh, failing, showing, show } }: { news: News }) {
  if (!live) return <span className="text-ink-3">Older deliveries: this page stands still</span>;
  return (
    <div className="flex items-center gap-3">
      <div role="status">
        {fresh > 0 && (
          <Button size="sm" variant="primary" onClick={show} pending={showing}>
            <ArrowUp aria-hidden /> {newsText(fresh)} – show
          </Button>
        )}
      </div>
      <span
        className="flex items-center gap-1.5"
        title={
          failing
            ? "The server did not answer just now; it is asked again."
            : "New deliveries are announced here."
        }
      >
        <span aria-hidden className={cn("size-2 rounded-full", failing ? "bg-warn" : "bg-good")} />
        {failing ? "Reconnecting" : "Live"}
      </span>
    </div>
  );
}

const newsText = (fresh: number): string =>
  fresh === 1 ? "1 new delivery" : `${fresh}${fresh >= MOST_NEWS ? "+" : ""} new deliveries`;

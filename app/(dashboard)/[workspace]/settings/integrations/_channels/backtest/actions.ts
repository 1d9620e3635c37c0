"use server";

import { z } from "zod";
import type { BacktestReport } from "@/components/channels/backtest";
import { managerAction } from "@/lib/auth/action";
import { backtestFilters, type BacktestExample } from "@/lib/operations/backtest-filters";

// More than there are of either.
const ids = z.array(z.string().max(200)).max(1000);

/** Which of the last 7 days' events a channel with these filters would have received. */
export const testFilters = managerAction(
  z.object({ eventTypes: ids, projectIds: ids }),
  async ({ ctx }, filters): Promise<BacktestReport> => {
    const backtest = await backtestFilters(ctx, filters);
    return {
      ...backtest,
      since: backtest.since.toISOString(),
      matchedExamples: backtest.matchedExamples.map(toItem),
      rejectedExamples: backtest.rejectedExamples.map(toItem),
    };
  },
);

const toItem = (example: BacktestExample) => ({ ...example, receivedAt: example.receivedAt.toISOString() });

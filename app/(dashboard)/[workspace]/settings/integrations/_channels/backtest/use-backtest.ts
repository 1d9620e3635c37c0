"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { testFilters } from "./actions";

interface Filters {
  eventTypes: string[];
  projectIds: string[];
}

// A pause between two presses: whoever picks several events waits for one answer.
const SETTLED_MS = 300;

/** The report for the filters of a form, asked for once they have stood still for a moment; the old one stays meanwhile. */
export function useBacktest(workspace: string, { eventTypes, projectIds }: Filters) {
  const settled = useSettled(JSON.stringify({ eventTypes, projectIds }));
  const { data, isFetching, error } = useQuery({
    queryKey: ["backtest", workspace, settled],
    queryFn: async () => {
      const result = await testFilters(workspace, JSON.parse(settled) as Filters);
      if (!result.ok) throw new Error(result.error.message);
      return result.data;
    },
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
  const current = settled === JSON.stringify({ eventTypes, projectIds }) && !isFetching;
  return { report: data, current, failed: error !== null };
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

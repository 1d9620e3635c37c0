"use client";

import { ChevronDown, Download } from "lucide-react";
import type { Route } from "next";
import { useSearchParams } from "next/navigation";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";

/** Everything that the log's filters match, as a file. */
export function ExportMenu({ path }: { path: Route }) {
  const query = useSearchParams().toString();
  const href = (format: string): string => {
    const params = new URLSearchParams(query);
    params.delete("cursor");
    params.set("format", format);
    return `${path}?${params.toString()}`;
  };
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button>
          <Download aria-hidden /> Export <ChevronDown aria-hidden className="size-3.5! text-ink-3" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem asChild>
          <a href={href("csv")} download>
            CSV, for spreadsheets
          </a>
        </DropdownMenuItem>
        <DropdownMenuItem asChild>
          <a href={href("json")} download>
            JSON, as the API answers
          </a>
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

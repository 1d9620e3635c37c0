"use client";

import type { Route } from "next";
import Link from "next/link";
import { useParams } from "next/navigation";
import { paths } from "@/components/layout/paths";
import { Button } from "@/components/ui/button";

/** The ways on from an event that is not there. */
export function ToTheLogs() {
  const { workspace } = useParams<{ workspace: string }>();
  const log = paths.events(workspace);
  return (
    <>
      <Button variant="primary" asChild>
        <Link href={log}>All events</Link>
      </Button>
      <Button asChild>
        <Link href={`${log}?show=rejected` as Route}>Refused</Link>
      </Button>
    </>
  );
}

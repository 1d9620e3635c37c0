import Link from "next/link";
import type { ReactNode } from "react";
import { eventPath } from "@/lib/docs/pages/event-path";
import { docsPages, type DocsPageKey, type SectionOf } from "@/lib/docs/pages/pages";
import type { EventType } from "@/lib/events/types";
import { docsRoute } from "./docs-route";

interface DocsLinkProps<Key extends DocsPageKey> {
  page: Key;
  section?: SectionOf<Key>;
  children: ReactNode;
}

/** A link within the documentation. A page or section that is not there does not compile. */
export function DocsLink<Key extends DocsPageKey>({ page, section, children }: DocsLinkProps<Key>) {
  const { path } = docsPages[page];
  return (
    <Link href={docsRoute(section === undefined ? path : `${path}#${section}`)} prefetch={false}>
      {children}
    </Link>
  );
}

/** An event type's name, leading to its page. */
export function EventLink({ type }: { type: EventType }) {
  return (
    <Link href={docsRoute(eventPath(type))} prefetch={false}>
      <code>{type}</code>
    </Link>
  );
}

/** An error's code, leading to its explanation. */
export function CodeLink({ code }: { code: string }) {
  return (
    <Link href={docsRoute(`${docsPages.errors.path}#${code}`)} prefetch={false}>
      <code>{code}</code>
    </Link>
  );
}

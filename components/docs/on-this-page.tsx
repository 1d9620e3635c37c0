"use client";

import { useEffect, useState } from "react";
import { cn } from "@/components/ui/cn";
import type { DocsSection } from "@/lib/docs/pages/page";

/** The headings of the page; the one being read is marked. */
export function OnThisPage({ sections }: { sections: readonly DocsSection[] }) {
  const current = useCurrentSection(sections);
  if (sections.length === 0) return null;
  return (
    <nav aria-label="On this page" className="text-sm">
      <p className="pb-2 text-xs font-medium text-ink-3">On this page</p>
      <ul className="grid gap-px border-l border-line">
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              aria-current={id === current ? "location" : undefined}
              className={cn(
                "-ml-px block border-l border-transparent py-1 pl-3 text-ink-2 transition-colors hover:text-ink",
                id === current && "border-accent text-accent hover:text-accent",
              )}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Pixels below the upper edge of the window: the header and a little more. A heading above it is being read. */
const READING_LINE = 120;

function useCurrentSection(sections: readonly DocsSection[]): string | undefined {
  const [current, setCurrent] = useState(sections[0]?.id);
  useEffect(() => {
    const update = () => setCurrent(sectionInView(sections));
    update();
    window.addEventListener("scroll", update, { passive: true });
    window.addEventListener("resize", update);
    return () => {
      window.removeEventListener("scroll", update);
      window.removeEventListener("resize", update);
    };
  }, [sections]);
  return current;
}

/** The last heading above the reading line; at the end of the page the last one of all. */
function sectionInView(sections: readonly DocsSection[]): string | undefined {
  const { scrollHeight, clientHeight, scrollTop } = document.documentElement;
  if (scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 2) return sections.at(-1)?.id;
  const passed = sections.filter(({ id }) => {
    const heading = document.getElementById(id);
    return heading !== null && heading.getBoundingClientRect().top <= READING_LINE;
  });
  return (passed.at(-1) ?? sections[0])?.id;
}

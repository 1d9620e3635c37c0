import type { ReactNode } from "react";

interface HeadingProps {
  id: string;
  level?: 2 | 3;
  children: ReactNode;
}

/** A heading that can be linked to. */
export function Heading({ id, level = 2, children }: HeadingProps) {
  const Tag = level === 2 ? "h2" : "h3";
  return (
    <Tag id={id} className="group">
      {children}
      <a
        href={`#${id}`}
        aria-label="Link to this section"
        className="docs-anchor ml-2 opacity-0 group-hover:opacity-100 focus-visible:opacity-100"
      >
        #
      </a>
    </Tag>
  );
}

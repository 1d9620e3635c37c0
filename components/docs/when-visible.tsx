"use client";

import { useEffect, useRef, useState, type ReactNode } from "react";

interface WhenVisibleProps {
  /** Shown until then. */
  placeholder: ReactNode;
  children: ReactNode;
}

/** Mounts its children when the reader comes near them, so that what they load is loaded only then. */
export function WhenVisible({ placeholder, children }: WhenVisibleProps) {
  const box = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!box.current) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      { rootMargin: "200px" },
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return <div ref={box}>{near ? children : placeholder}</div>;
}

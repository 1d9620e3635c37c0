/** The mark: a beam with three bells, the middle one the largest. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="currentColor" aria-hidden className={className}>
      <rect x="2" y="3" width="20" height="2" rx="1" />
      <path d="M12 5.5c-2.3 0-3.4 1.8-3.6 4.6-.2 2.7-.8 4.4-1.9 6.1a.8.8 0 0 0 .7 1.3h9.6a.8.8 0 0 0 .7-1.3c-1.1-1.7-1.7-3.4-1.9-6.1-.2-2.8-1.3-4.6-3.6-4.6Z" />
      <circle cx="12" cy="19.6" r="1.6" />
      <g opacity=".5">
        <path d="M4.6 5.5c-1.1 0-1.7.9-1.8 2.2-.1 1.3-.4 2.1-1 3a.5.5 0 0 0 .5.8h4.1c.4-1 .6-2 .7-3.1.1-1.6-.9-2.9-2.5-2.9Z" />
        <path d="M19.4 5.5c1.1 0 1.7.9 1.8 2.2.1 1.3.4 2.1 1 3a.5.5 0 0 1-.5.8h-4.1c-.4-1-.6-2-.7-3.1-.1-1.6.9-2.9 2.5-2.9Z" />
      </g>
    </svg>
  );
}

/** The mark: three bells of a carillon under one beam. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden className={className}>
      <path d="M3 4h18" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <path
        d="M12 4v2.5M5.5 4v1.5M18.5 4v1.5"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
      <path
        d="M12 6.5c-2.6 0-3.7 2-3.9 4.6-.2 2.5-.7 3.9-1.6 5.4h11c-.9-1.5-1.4-2.9-1.6-5.4-.2-2.6-1.3-4.6-3.9-4.6Z"
        fill="currentColor"
      />
      <path
        d="M5.5 5.5c-1.5 0-2.2 1.1-2.3 2.7-.1 1.4-.5 2.3-1 3.3h3.9c.2-2.3.7-4 1.7-5.2-.5-.5-1.3-.8-2.3-.8ZM18.5 5.5c1.5 0 2.2 1.1 2.3 2.7.1 1.4.5 2.3 1 3.3h-3.9c-.2-2.3-.7-4-1.7-5.2.5-.5 1.3-.8 2.3-.8Z"
        fill="currentColor"
        opacity=".45"
      />
      <circle cx="12" cy="19.2" r="1.7" fill="currentColor" />
    </svg>
  );
}

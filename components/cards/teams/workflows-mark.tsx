/** A neutral mark for a posting flow; Microsoft's own logo is not ours to draw. */
export function WorkflowsMark({ className }: { className: string }) {
  return (
    <svg className={className} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="6" fill="#5b5fc7" />
      <g fill="none" stroke="#fff" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
        <rect x="7" y="8" width="7" height="6" rx="1.5" />
        <rect x="18" y="18" width="7" height="6" rx="1.5" />
        <path d="M14 11h5.5a2 2 0 0 1 2 2v5M10.5 14v5a2 2 0 0 0 2 2H18" />
      </g>
    </svg>
  );
}

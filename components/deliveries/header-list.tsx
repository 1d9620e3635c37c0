import { cn } from "@/components/ui/cn";

/** HTTP headers, one a line, as they were on the wire. */
export function HeaderList({ headers, label }: { headers: Record<string, string>; label: string }) {
  const entries = Object.entries(headers);
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className="max-h-72 overflow-auto rounded-md border border-line bg-code px-3 py-2"
    >
      <dl className="grid gap-y-0.5 font-mono text-xs leading-5">
        {entries.map(([name, value]) => (
          <div key={name} className="flex gap-2">
            <dt className="shrink-0 text-ink-3">{name}:</dt>
            <dd className={cn("min-w-0 break-all", value === "" && "text-ink-3")}>{value}</dd>
          </div>
        ))}
        {entries.length === 0 && <p className="font-sans text-ink-3">None.</p>}
      </dl>
    </div>
  );
}

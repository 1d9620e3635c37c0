import Link from "next/link";
import { ProviderIcon } from "@/components/channels/provider-icon";
import type { TraceChannel } from "./trace-item";

/** A channel of the path: its mark and name, which leads to it as long as it is there. */
export function ChannelName({ channel: { name, provider, href } }: { channel: TraceChannel }) {
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-2">
      {provider !== null && <ProviderIcon provider={provider} label />}
      {href === null ? (
        <span className="truncate text-ink-2">
          {name} <span className="text-xs text-ink-3">(deleted)</span>
        </span>
      ) : (
        <Link
          href={href}
          prefetch={false}
          className="truncate rounded-sm font-medium text-ink hover:underline"
        >
          {name}
        </Link>
      )}
    </span>
  );
}

"use client";

import { KeyRound } from "lucide-react";
import { timeLeft } from "@/components/channels/time-left";
import { Banner } from "@/components/ui/banner";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { exactTime } from "@/components/ui/time-text";
import { useNow } from "@/components/ui/use-now";
import type { ChannelItem } from "./channel-item";
import { EndOverlap } from "./end-overlap";
import { RotateSecret } from "./rotate-secret";
import { useSecret } from "./use-secret";

interface SecretSectionProps {
  workspace: string;
  channel: ChannelItem;
  /** Gets a new secret, which can't be read again. */
  onRotated: (secret: string) => void;
}

/** The signing secret of a channel: how old it is, its replacement, and the time in which two of them sign. */
export function SecretSection({ workspace, channel, onRotated }: SecretSectionProps) {
  const { state, failed, refresh } = useSecret(workspace, channel.id);
  const rotated = (secret: string) => {
    onRotated(secret);
    void refresh();
  };
  return (
    <section aria-labelledby="signing-secret" className="grid gap-3 rounded-md border border-line p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <KeyRound aria-hidden className="size-4 shrink-0 text-ink-3" />
        <div className="min-w-0 flex-1 basis-40">
          <h3 id="signing-secret" className="text-sm font-medium text-ink">
            Signing secret
          </h3>
          <div className="text-xs text-ink-3">
            {state === undefined && !failed && <Skeleton className="h-4 w-40" />}
            {failed && "When it was made could not be read."}
            {state === null && "It has none."}
            {state && (
              <>
                <span className="font-mono">whsec_••••</span> · created <RelativeTime at={state.createdAt} />
              </>
            )}
          </div>
        </div>
        <RotateSecret workspace={workspace} channel={channel} onRotated={rotated} />
      </div>
      {state?.overlapEndsAt && (
        <Overlap workspace={workspace} channel={channel} endsAt={state.overlapEndsAt} onEnded={refresh} />
      )}
    </section>
  );
}

interface OverlapProps {
  workspace: string;
  channel: ChannelItem;
  /** ISO 8601. */
  endsAt: string;
  onEnded: () => void;
}

function Overlap({ workspace, channel, endsAt, onEnded }: OverlapProps) {
  const now = useNow();
  if (Date.parse(endsAt) <= now) return null;
  return (
    <Banner
      tone="info"
      title={
        <>
          The old secret stops signing in{" "}
          <time dateTime={endsAt} title={exactTime(endsAt)} className="tabular-nums">
            {timeLeft(endsAt, now)}
          </time>
        </>
      }
      actions={<EndOverlap workspace={workspace} channel={channel} onEnded={onEnded} />}
    >
      Until then every request carries both signatures, so that nothing is refused while you change over.
    </Banner>
  );
}

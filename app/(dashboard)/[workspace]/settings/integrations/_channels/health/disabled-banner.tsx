"use client";

import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { paths } from "@/components/layout/paths";
import { TestChannel } from "../test-channel";
import { DisabledReason } from "./disabled-reason";
import type { DisabledItem } from "./disabled-item";
import { useDisabled } from "./use-disabled";

/** Named one by one; the rest is counted. */
const SHOWN = 3;

/** Which channels were switched off automatically, why and when, and what to do. Nothing while none is. */
export function DisabledBanner({ workspace, className }: { workspace: string; className?: string }) {
  const disabled = useDisabled(workspace);
  if (disabled.length === 0) return null;
  const rest = disabled.length - SHOWN;
  return (
    <Banner
      tone="bad"
      className={className}
      title={
        disabled.length === 1
          ? "A channel was switched off automatically"
          : `${disabled.length} channels were switched off automatically`
      }
    >
      <ul className="mt-1.5 grid gap-2.5">
        {disabled.slice(0, SHOWN).map((channel) => (
          <DisabledRow key={channel.id} workspace={workspace} channel={channel} />
        ))}
      </ul>
      {rest > 0 && <p className="mt-2">And {rest} more: the lists of channels have them all.</p>}
      <p className="mt-2 text-xs">
        Nothing is sent to a channel that is off. To be told in another place next time, select the event
        “Channel disabled” in{" "}
        <Link href={paths.chat(workspace)} className="rounded-sm text-accent underline">
          another channel
        </Link>
        .
      </p>
    </Banner>
  );
}

function DisabledRow({ workspace, channel }: { workspace: string; channel: DisabledItem }) {
  const { id, name, disabledAt, failingSince, reason } = channel;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
      <div className="min-w-0 flex-1 basis-64">
        <p className="truncate font-medium text-ink">{name}</p>
        <DisabledReason channel={channel} />
      </div>
      <div className="flex gap-2">
        <Button size="sm" asChild>
          <Link href={paths.failuresOfChannel(workspace, id)} aria-label={`See failures of ${name}`}>
            See failures
          </Link>
        </Button>
        <TestChannel
          workspace={workspace}
          channel={{ id, name, disabledAt, failingSince, health: { disabledReason: reason } }}
          trigger={
            <Button size="sm" variant="primary" aria-label={`Test and re-enable ${name}`}>
              Test & re-enable
            </Button>
          }
        />
      </div>
    </li>
  );
}

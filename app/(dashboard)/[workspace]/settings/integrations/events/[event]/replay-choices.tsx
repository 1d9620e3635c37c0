"use client";

import { Unplug } from "lucide-react";
import { ProviderIcon } from "@/components/channels/provider-icon";
import { effectText, isSendable } from "@/components/events/replay-effect";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import type { ReplayPreview } from "@/lib/operations/preview-replay";

interface ReplayChoicesProps {
  preview: ReplayPreview[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

/** The channels to choose from: those that can get the event first, the others with the reason why not. */
export function ReplayChoices({ preview, chosen, onChange }: ReplayChoicesProps) {
  const sendable = preview.filter(isSendable);
  const others = preview.filter((channel) => !isSendable(channel));
  if (preview.length === 0) {
    return (
      <EmptyState icon={Unplug} title="There is no channel">
        Add one, and the event can be sent to it.
      </EmptyState>
    );
  }
  return (
    <fieldset className="grid gap-2">
      <legend className="sr-only">Channels</legend>
      {sendable.length > 1 && (
        <div className="flex items-center justify-between">
          <span className="text-xs text-ink-3 tabular-nums">
            {chosen.size} of {sendable.length} chosen
          </span>
          <Button
            variant="ghost"
            size="sm"
            onClick={() =>
              onChange(new Set(chosen.size === 0 ? sendable.map(({ channelId }) => channelId) : []))
            }
          >
            {chosen.size === 0 ? "Choose all" : "Choose none"}
          </Button>
        </div>
      )}
      <ul className="divide-y divide-line rounded-md border border-line">
        {[...sendable, ...others].map((channel) => (
          <Choice
            key={channel.channelId}
            channel={channel}
            checked={chosen.has(channel.channelId)}
            onToggle={(on) => onChange(toggled(chosen, channel.channelId, on))}
          />
        ))}
      </ul>
    </fieldset>
  );
}

interface ChoiceProps {
  channel: ReplayPreview;
  checked: boolean;
  onToggle: (on: boolean) => void;
}

function Choice({ channel, checked, onToggle }: ChoiceProps) {
  const able = isSendable(channel);
  const { channelId, channelName, provider } = channel;
  return (
    <li>
      <label
        className={cn("flex items-start gap-2.5 px-3 py-2", able && "cursor-pointer hover:bg-raised/60")}
      >
        <span className="mt-0.5 flex items-center gap-2.5">
          <Checkbox
            checked={checked}
            disabled={!able}
            onChange={({ target }) => onToggle(target.checked)}
            aria-describedby={`replay-${channelId}`}
          />
          <ProviderIcon provider={provider} />
        </span>
        <span className="grid min-w-0">
          <span className={cn("truncate", able ? "text-ink" : "text-ink-2")}>{channelName}</span>
          <span id={`replay-${channelId}`} className="text-xs text-ink-3">
            {effectText(channel)}
          </span>
        </span>
      </label>
    </li>
  );
}

function toggled(chosen: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const next = new Set(chosen);
  if (on) next.add(id);
  else next.delete(id);
  return next;
}

"use client";

import { ChevronLeft, ChevronRight, Link2 } from "lucide-react";
import { PROVIDER_NAMES, ProviderIcon } from "@/components/channels/provider-icon";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { ToggleGroup, ToggleGroupItem } from "@/components/ui/toggle-group";
import { EVENT_TYPES, type EventData, type EventType } from "@/lib/events/catalogue";
import type { Event } from "@/lib/events/envelope";
import { PROVIDER_IDS } from "@/lib/providers/provider";
import { EventTypePicker } from "./event-type-picker";
import { SendDialog } from "./send-dialog";
import { toFragment } from "./share";
import { SourcePicker } from "./source-picker";
import type { SetSimulatorState, SimulatorState } from "./state";
import type { RecentEvent, SimulatorHost, SimulatorWorkspace, TestTarget } from "./types";

interface ToolbarProps {
  event: Event;
  state: SimulatorState;
  setState: SetSimulatorState;
  workspace: SimulatorWorkspace;
  recentEvents: RecentEvent[];
  targets: TestTarget[];
  sendTest: SimulatorHost["sendTest"];
  /** The editor's text, and whether it differs from what was chosen. */
  text: string;
  edited: boolean;
  data: EventData;
  valid: boolean;
}

/** What is drawn, for whom, and where it can go. */
export function Toolbar(props: ToolbarProps) {
  const { event, state, setState, workspace, recentEvents, targets, sendTest, text, edited, data, valid } =
    props;
  const choose = (type: EventType) => void setState({ type, event: null });
  return (
    <div className="grid gap-3 p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <ProviderToggle state={state} setState={setState} />
        <div className="flex items-center gap-2">
          <Button onClick={() => void copyLink(edited ? text : null)}>
            <Link2 aria-hidden />
            Copy link
          </Button>
          <SendDialog
            provider={state.provider}
            targets={targets}
            eventType={event.type}
            data={data}
            disabled={!valid}
            sendTest={sendTest}
          />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <div className="flex min-w-0 flex-[3_1_20rem] items-center gap-1">
          <EventTypePicker value={event.type} onChange={choose} />
          <Step type={event.type} by={-1} onChoose={choose} />
          <Step type={event.type} by={1} onChoose={choose} />
        </div>
        <div className="min-w-0 flex-[2_1_14rem]">
          <SourcePicker
            sample={state.sample}
            eventId={state.event}
            recentEvents={recentEvents}
            workspace={workspace}
            onSample={(sample) => void setState({ sample, event: null })}
            onEvent={({ id, type }) => void setState({ event: id, type })}
          />
        </div>
      </div>
    </div>
  );
}

function ProviderToggle({ state, setState }: Pick<ToolbarProps, "state" | "setState">) {
  return (
    <ToggleGroup
      type="single"
      aria-label="Provider"
      value={state.provider}
      onValueChange={(chosen) => {
        const provider = PROVIDER_IDS.find((candidate) => candidate === chosen);
        if (provider !== undefined) void setState({ provider });
      }}
    >
      {PROVIDER_IDS.map((provider) => (
        <ToggleGroupItem key={provider} value={provider} className="h-8 px-2.5">
          <ProviderIcon provider={provider} />
          {PROVIDER_NAMES[provider]}
        </ToggleGroupItem>
      ))}
    </ToggleGroup>
  );
}

/** Leafs through the catalogue, round and round. */
function Step({ type, by, onChoose }: { type: EventType; by: 1 | -1; onChoose: (type: EventType) => void }) {
  const Icon = by === 1 ? ChevronRight : ChevronLeft;
  const target = EVENT_TYPES.at((EVENT_TYPES.indexOf(type) + by) % EVENT_TYPES.length) ?? type;
  return (
    <Button
      variant="ghost"
      size="icon"
      aria-label={by === 1 ? "Next event type" : "Previous event type"}
      onClick={() => onChoose(target)}
    >
      <Icon aria-hidden />
    </Button>
  );
}

async function copyLink(text: string | null): Promise<void> {
  const url = new URL(window.location.href);
  url.hash = text === null ? "" : toFragment(text);
  await navigator.clipboard.writeText(url.href);
  toast.success(text === null ? "Link copied" : "Link copied, with your edits in it");
}

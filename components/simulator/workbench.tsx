"use client";

import { useMemo, useState } from "react";
import { useIsDark } from "@/components/layout/use-theme";
import { Banner } from "@/components/ui/banner";
import { catalogue, type EventData } from "@/lib/events/catalogue";
import type { Event } from "@/lib/events/envelope";
import { DataPanel } from "./data-panel";
import { readDraft, toText } from "./draft";
import type { EditorMark } from "./json-editor";
import { preview } from "./preview";
import { PreviewPanel } from "./preview-panel";
import type { SetSimulatorState, SimulatorState } from "./state";
import { Toolbar } from "./toolbar";
import type { CardSimulatorProps, SimulatorHost } from "./types";

interface WorkbenchProps extends Omit<CardSimulatorProps, "host"> {
  /** What was chosen; its data can be edited. */
  event: Event;
  initialText: string;
  /** The chosen event is gone, a sample stands in. */
  missing: boolean;
  state: SimulatorState;
  setState: SetSimulatorState;
  sendTest: SimulatorHost["sendTest"];
}

/** Editor and preview around one event. Made anew whenever another event is chosen. */
export function Workbench(props: WorkbenchProps) {
  const { event, initialText, missing, state, setState, workspace } = props;
  const draft = useDraft(event, initialText);
  const dark = useIsDark();
  const theme = state.theme ?? (dark ? "dark" : "light");
  const drawn = useMemo(
    () =>
      preview(
        state.provider,
        { ...event, data: draft.data },
        {
          workspaceName: workspace.name,
          locale: workspace.locale,
          timeZone: workspace.timeZone,
          linkStyle: state.links,
        },
      ),
    [state.provider, state.links, event, draft.data, workspace],
  );
  const original = toText(event.data);
  return (
    <div className="min-w-0" data-testid="card-simulator">
      <Toolbar
        {...props}
        text={draft.text}
        edited={draft.text !== original}
        data={draft.data}
        valid={draft.marks.length === 0}
      />
      {missing && (
        <Banner
          tone="warn"
          title="That event is no longer there. A sample is shown instead."
          className="m-4"
        />
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] border-t border-line lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <div className="flex min-w-0 flex-col border-line max-lg:order-2 max-lg:border-t lg:border-r">
          <p className="px-3 py-2 text-xs text-ink-2">{catalogue[event.type].description}</p>
          <DataPanel
            text={draft.text}
            marks={draft.marks}
            edited={draft.text !== original}
            onChange={draft.edit}
            onReset={() => draft.edit(original)}
          />
        </div>
        <PreviewPanel
          preview={drawn}
          stale={draft.marks.length > 0}
          state={state}
          theme={theme}
          workspace={workspace}
          onChange={setState}
        />
      </div>
    </div>
  );
}

interface DraftState {
  text: string;
  /** The last data that was valid. */
  data: EventData;
  marks: EditorMark[];
}

function useDraft(event: Event, initialText: string): DraftState & { edit: (text: string) => void } {
  const judge = (text: string, before: EventData): DraftState => {
    const draft = readDraft(event.type, text);
    return draft.ok ? { text, data: draft.data, marks: [] } : { text, data: before, marks: draft.marks };
  };
  const [state, setState] = useState(() => judge(initialText, event.data));
  return { ...state, edit: (text) => setState((before) => judge(text, before.data)) };
}

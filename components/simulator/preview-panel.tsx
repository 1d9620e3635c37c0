"use client";

import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import type { CardTheme } from "@/components/cards/theme";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { DrawnPreview } from "./drawn-preview";
import { LimitsPanel } from "./limits-panel";
import { blockKitBuilderUrl, CARD_DESIGNER_URL, cardOf } from "./links";
import { LookControls } from "./look-controls";
import type { Preview } from "./preview";
import { VIEWS, type SetSimulatorState, type SimulatorState } from "./state";
import { NotificationToast } from "./toast";
import type { SimulatorWorkspace } from "./types";

interface PreviewPanelProps {
  preview: Preview;
  /** The text in the editor is wrong just now: what is shown is the last that was right. */
  stale: boolean;
  state: SimulatorState;
  theme: CardTheme;
  workspace: SimulatorWorkspace;
  onChange: SetSimulatorState;
}

const SENDER = "Carillon";

/** The message drawn, its JSON, its limits and the ways to open it elsewhere. */
export function PreviewPanel(props: PreviewPanelProps) {
  const { preview, stale, state, theme, workspace, onChange } = props;
  return (
    <Tabs
      value={state.view}
      onValueChange={(chosen) => {
        const view = VIEWS.find((candidate) => candidate === chosen);
        if (view !== undefined) void onChange({ view });
      }}
      className="min-w-0"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line px-4">
        <TabsList className="border-b-0">
          <TabsTrigger value="preview">Preview</TabsTrigger>
          <TabsTrigger value="json">JSON</TabsTrigger>
        </TabsList>
        {state.view === "preview" && <LookControls state={state} theme={theme} onChange={onChange} />}
      </div>
      {stale && (
        <p role="status" className="border-b border-line bg-warn-soft px-4 py-1.5 text-xs text-warn">
          Showing the last valid data. Correct the marked lines to redraw.
        </p>
      )}
      <div className={cn("grid grid-cols-[minmax(0,1fr)] gap-5 p-4", stale && "opacity-60")}>
        <TabsContent value="preview" className="pt-0">
          <DrawnPreview preview={preview} state={state} theme={theme} workspace={workspace} sender={SENDER} />
        </TabsContent>
        <TabsContent value="json" className="pt-0">
          <JsonView preview={preview} />
        </TabsContent>
        <OpenElsewhere preview={preview} provider={state.provider} />
        <LimitsPanel limits={preview.limits} warnings={preview.warnings} />
        <NotificationToast
          provider={state.provider}
          payload={preview.payload}
          reader={{ ...workspace, now: new Date(preview.event.createdAt) }}
          sender={SENDER}
        />
      </div>
    </Tabs>
  );
}

const JsonView = ({ preview }: { preview: Preview }) => (
  <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
    <CodeBlock
      code={JSON.stringify(preview.payload, null, 2)}
      label="Request body"
      language="json"
      className="[&_pre]:max-h-[40rem]"
    />
    <div className="flex flex-wrap items-center justify-between gap-2">
      <p className="text-xs text-ink-3">Sent without the spaces shown here.</p>
      <CopyButton text={preview.body} label="Copy exact bytes" withLabel />
    </div>
  </div>
);

function OpenElsewhere({ preview, provider }: { preview: Preview; provider: SimulatorState["provider"] }) {
  if (provider === "webhook") return null;
  if (provider === "slack") {
    return (
      <Elsewhere note="The preview follows Slack’s documented rules; Block Kit Builder is Slack’s own tool.">
        <LinkButton href={blockKitBuilderUrl(preview.payload)}>Open in Block Kit Builder</LinkButton>
      </Elsewhere>
    );
  }
  return (
    <Elsewhere note="Drawn by Microsoft’s renderer with the Designer’s Teams settings.">
      <CopyButton text={JSON.stringify(cardOf(preview.payload), null, 2)} label="Copy card JSON" withLabel />
      <LinkButton href={CARD_DESIGNER_URL}>Open Adaptive Cards Designer</LinkButton>
    </Elsewhere>
  );
}

const Elsewhere = ({ note, children }: { note: string; children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-2">
    {children}
    <p className="text-xs text-ink-3">{note}</p>
  </div>
);

const LinkButton = ({ href, children }: { href: string; children: ReactNode }) => (
  <Button size="sm" asChild>
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <ExternalLink aria-hidden />
    </a>
  </Button>
);

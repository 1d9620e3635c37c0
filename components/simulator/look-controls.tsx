"use client";

import { Monitor, Moon, Smartphone, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { CARD_THEMES, CARD_WIDTHS, type CardTheme } from "@/components/cards/theme";
import { ToggleGroup, ToggleGroupItem } from "@/components/ui/toggle-group";
import { LINK_STYLES, TEAMS_SKINS, type SetSimulatorState, type SimulatorState } from "./state";

interface LookControlsProps {
  state: SimulatorState;
  theme: CardTheme;
  onChange: SetSimulatorState;
}

const THEME_LABELS = { light: <Sun aria-label="Light" />, dark: <Moon aria-label="Dark" /> };
const WIDTH_LABELS = {
  wide: <Monitor aria-label="Desktop" />,
  narrow: <Smartphone aria-label="Narrow, 320 pixels" />,
};
const SKIN_LABELS = { current: "Teams", classic: "Designer" };
const LINK_LABELS = { buttons: "Buttons", links: "Links" };

/** How the preview is drawn; none of it changes what is sent, but for Slack's buttons or links. */
export function LookControls({ state, theme, onChange }: LookControlsProps) {
  if (state.provider === "webhook") return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 py-1">
      {state.provider === "slack" && (
        <Choice
          label="Actions as"
          options={LINK_STYLES}
          labels={LINK_LABELS}
          value={state.links}
          onChoose={(links) => void onChange({ links })}
        />
      )}
      {state.provider === "teams" && (
        <Choice
          label="Look"
          options={TEAMS_SKINS}
          labels={SKIN_LABELS}
          value={state.skin}
          onChoose={(skin) => void onChange({ skin })}
        />
      )}
      <Choice
        label="Width"
        options={CARD_WIDTHS}
        labels={WIDTH_LABELS}
        value={state.width}
        onChoose={(width) => void onChange({ width })}
      />
      <Choice
        label="Theme"
        options={CARD_THEMES}
        labels={THEME_LABELS}
        value={theme}
        onChoose={(chosen) => void onChange({ theme: chosen })}
      />
    </div>
  );
}

interface ChoiceProps<Option extends string> {
  label: string;
  options: readonly Option[];
  labels: Record<Option, ReactNode>;
  value: Option;
  onChoose: (option: Option) => void;
}

function Choice<Option extends string>({ label, options, labels, value, onChoose }: ChoiceProps<Option>) {
  return (
    <ToggleGroup
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(chosen) => {
        const option = options.find((candidate) => candidate === chosen);
        if (option !== undefined) onChoose(option);
      }}
      className="flex-nowrap gap-0.5 rounded-md bg-raised p-0.5"
    >
      {options.map((option) => (
        <ToggleGroupItem
          key={option}
          value={option}
          className="h-6 border-0 bg-transparent data-[state=on]:bg-surface data-[state=on]:text-ink data-[state=on]:shadow-soft"
        >
          {labels[option]}
        </ToggleGroupItem>
      ))}
    </ToggleGroup>
  );
}

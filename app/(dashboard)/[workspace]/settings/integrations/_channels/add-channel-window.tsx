"use client";

import { useState } from "react";
import { ProviderChoice } from "@/components/channels/provider-choice";
import { PROVIDER_NAMES } from "@/components/channels/provider-icon";
import { DialogBody, DialogContent, DialogWindow } from "@/components/ui/dialog";
import type { WindowProps } from "@/components/ui/lazy-window";
import type { ProviderId } from "@/lib/providers/provider";
import { AddChannelForm } from "./add-channel-form";
import type { Choices } from "./choices";
import { SecretStep } from "./secret-step";
import type { ChannelListKey } from "./use-channels";

export interface AddChannelProps {
  list: ChannelListKey;
  choices: Choices;
  label: string;
}

/** From the choice of a provider to a saved channel; a webhook's secret is shown at the end, once. */
export function AddChannelWindow({ list, choices, label, ...frame }: AddChannelProps & WindowProps) {
  const steps = { list, choices, label, close: () => frame.onOpenChange(false) };
  return <DialogWindow {...frame}>{frame.open && <Steps {...steps} />}</DialogWindow>;
}

type Step =
  { at: "provider" } | { at: "form"; provider: ProviderId } | { at: "secret"; name: string; secret: string };

/** Begins anew whenever the window is opened. */
function Steps({ list, choices, label, close }: AddChannelProps & { close: () => void }) {
  const first: Step = list.kind === "crm" ? { at: "form", provider: "webhook" } : { at: "provider" };
  const [step, setStep] = useState<Step>(first);
  return (
    <DialogContent
      {...titleOf(step, list.kind, label)}
      size={step.at === "form" ? "lg" : "md"}
      // A press beside the window must not lose what was typed, nor the secret.
      onInteractOutside={(event) => {
        if (step.at !== "provider") event.preventDefault();
      }}
      onEscapeKeyDown={(event) => {
        if (step.at === "secret") event.preventDefault();
      }}
    >
      {step.at === "provider" && (
        <DialogBody>
          <ProviderChoice onChoose={(provider) => setStep({ at: "form", provider })} />
        </DialogBody>
      )}
      {step.at === "form" && (
        <AddChannelForm
          list={list}
          provider={step.provider}
          choices={choices}
          back={list.kind === "crm" ? null : () => setStep(first)}
          onSaved={({ name, secret }) =>
            secret === null ? close() : setStep({ at: "secret", name, secret })
          }
        />
      )}
      {step.at === "secret" && <SecretStep secret={step.secret} onStored={close} />}
    </DialogContent>
  );
}

function titleOf(
  step: Step,
  kind: ChannelListKey["kind"],
  label: string,
): { title: string; description?: string } {
  switch (step.at) {
    case "provider":
      return { title: label, description: "Where should the notifications go?" };
    case "form":
      return { title: kind === "crm" ? label : `${label}: ${PROVIDER_NAMES[step.provider]}` };
    case "secret":
      return { title: `${step.name} was added` };
  }
}

"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { ProviderChoice } from "@/components/channels/provider-choice";
import { PROVIDER_NAMES } from "@/components/channels/provider-icon";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import type { ProviderId } from "@/lib/providers/provider";
import { AddChannelForm } from "./add-channel-form";
import type { Choices } from "./choices";
import { SecretStep } from "./secret-step";
import type { ChannelListKey } from "./use-channels";

interface AddChannelDialogProps {
  list: ChannelListKey;
  choices: Choices;
  label: string;
}

type Step =
  { at: "provider" } | { at: "form"; provider: ProviderId } | { at: "secret"; name: string; secret: string };

/** From the choice of a provider to a saved channel; a webhook's secret is shown at the end, once. */
export function AddChannelDialog({ list, choices, label }: AddChannelDialogProps) {
  const first: Step = list.kind === "crm" ? { at: "form", provider: "webhook" } : { at: "provider" };
  const [open, setOpen] = useState(false);
  const [step, setStep] = useState<Step>(first);
  const change = (next: boolean) => {
    if (next) setStep(first);
    setOpen(next);
  };
  return (
    <Dialog open={open} onOpenChange={change}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <Plus aria-hidden /> {label}
        </Button>
      </DialogTrigger>
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
              secret === null ? setOpen(false) : setStep({ at: "secret", name, secret })
            }
          />
        )}
        {step.at === "secret" && <SecretStep secret={step.secret} onStored={() => setOpen(false)} />}
      </DialogContent>
    </Dialog>
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

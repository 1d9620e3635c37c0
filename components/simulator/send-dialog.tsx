"use client";

import { Send } from "lucide-react";
import Link from "next/link";
import { useState, useTransition } from "react";
import { TestResult } from "@/components/channels/test-result";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogBody,
  DialogClose,
  DialogContent,
  DialogFooter,
  DialogTrigger,
} from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { EventData, EventType } from "@/lib/events/catalogue";
import type { ProviderId } from "@/lib/providers/provider";
import type { SimulatorHost, TestAnswer, TestTarget } from "./types";

interface SendDialogProps {
  provider: ProviderId;
  targets: TestTarget[];
  eventType: EventType;
  data: EventData;
  disabled: boolean;
  sendTest: SimulatorHost["sendTest"];
}

/** Sends what is drawn to one chosen channel, marked as a test. */
export function SendDialog({ provider, targets, disabled, ...rest }: SendDialogProps) {
  const fitting = targets.filter((target) => target.provider === provider);
  return (
    <Dialog>
      <DialogTrigger asChild>
        <Button variant="primary" disabled={disabled}>
          <Send aria-hidden />
          Send to a channel…
        </Button>
      </DialogTrigger>
      <DialogContent
        size="sm"
        title="Send as a test"
        description="It goes to one channel only, is marked as a test and counts neither for nor against the channel."
      >
        <SendForm targets={fitting} {...rest} />
      </DialogContent>
    </Dialog>
  );
}

type SendFormProps = Pick<SendDialogProps, "targets" | "eventType" | "data" | "sendTest">;

function SendForm({ targets, eventType, data, sendTest }: SendFormProps) {
  const [channelId, setChannelId] = useState(targets[0]?.id ?? "");
  const [answer, setAnswer] = useState<TestAnswer | null>(null);
  const [pending, startTransition] = useTransition();
  const send = () =>
    startTransition(async () => {
      setAnswer(null);
      setAnswer(await sendTest({ channelId, eventType, data }));
    });
  return (
    <>
      <DialogBody className="grid gap-4">
        {targets.length === 0 ? (
          <p className="text-sm text-ink-2">This workspace has no channel of this kind yet.</p>
        ) : (
          <Field label="Channel">
            {(control) => (
              <Select
                {...control}
                value={channelId}
                onChange={(event) => {
                  setChannelId(event.target.value);
                  setAnswer(null);
                }}
                className="w-full"
              >
                {targets.map((target) => (
                  <option key={target.id} value={target.id}>
                    {target.name}
                    {target.enabled ? "" : " (disabled)"}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        {answer !== null && <Answer answer={answer} />}
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button>Close</Button>
        </DialogClose>
        <Button variant="primary" onClick={send} pending={pending} disabled={channelId === ""}>
          {pending ? "Sending…" : "Send test"}
        </Button>
      </DialogFooter>
    </>
  );
}

const Answer = ({ answer }: { answer: TestAnswer }) =>
  "refusal" in answer ? (
    <Banner tone="bad" role="alert" title={answer.refusal} />
  ) : (
    <>
      <TestResult report={answer.report} />
      <Link href={answer.href} className="w-fit text-sm text-accent hover:underline">
        See the delivery
      </Link>
    </>
  );

"use client";

import { Send } from "lucide-react";
import Link from "next/link";
import { useEffect, useRef, useState, useTransition } from "react";
import { TestResult, type TestReport } from "@/components/channels/test-result";
import { paths } from "@/components/layout/paths";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogContent, DialogFooter, DialogWindow } from "@/components/ui/dialog";
import type { WindowProps } from "@/components/ui/lazy-window";
import { Skeleton } from "@/components/ui/skeleton";
import type { ChannelItem } from "./channel-item";
import { ReEnable } from "./health/re-enable";
import { testChannel } from "./test-actions";

/** What a test has to know of a channel. */
type TestedChannel = Pick<ChannelItem, "id" | "name" | "disabledAt" | "failingSince"> & {
  health: Pick<ChannelItem["health"], "disabledReason">;
};

export interface TestChannelProps {
  workspace: string;
  channel: TestedChannel;
}

type Answer = { report: TestReport; deliveryId: string } | { refusal: string };

/** Sends a test to this one channel as soon as it opens, and shows the real answer. */
export function TestChannelWindow({ workspace, channel, ...frame }: TestChannelProps & WindowProps) {
  const test = { workspace, channel, close: () => frame.onOpenChange(false) };
  return <DialogWindow {...frame}>{frame.open && <Test {...test} />}</DialogWindow>;
}

function Test({ workspace, channel, close }: TestChannelProps & { close: () => void }) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [pending, start] = useTransition();
  const ask = () =>
    start(async () => {
      const result = await testChannel(workspace, { id: channel.id });
      setAnswer(result.ok ? result.data : { refusal: result.error.message });
    });
  const asked = useRef(false);
  useEffect(() => {
    // Opening sends one test, also where React runs effects twice to find mistakes.
    if (!asked.current) ask();
    asked.current = true;
  });
  const { disabledReason } = channel.health;
  const automatic = disabledReason === "failures" || disabledReason === "gone";
  const arrived = answer !== null && "report" in answer && answer.report.succeeded;
  const again = () => {
    setAnswer(null);
    ask();
  };
  return (
    <DialogContent
      title={`Test ${channel.name}`}
      description="One sample, to this channel only, marked as a test. It is not retried and does not count for its health."
    >
      <DialogBody className="min-h-32">
        {answer === null ? <Waiting /> : <AnswerView answer={answer} />}
        {automatic && answer !== null && (
          <p className="mt-3 text-ink-2">{arrived ? WORKS_AGAIN : STAYS_OFF}</p>
        )}
      </DialogBody>
      <DialogFooter>
        {answer && "deliveryId" in answer && (
          <Button variant="ghost" asChild>
            <Link href={paths.delivery(workspace, answer.deliveryId)}>See the delivery</Link>
          </Button>
        )}
        <Button onClick={again} pending={pending}>
          <Send aria-hidden /> Send again
        </Button>
        <Button variant={automatic && arrived ? "secondary" : "primary"} onClick={close}>
          Done
        </Button>
        {automatic && arrived && <ReEnable workspace={workspace} channel={channel} onDone={close} />}
      </DialogFooter>
    </DialogContent>
  );
}

const WORKS_AGAIN = "The channel was switched off automatically, and its receiver works again.";
const STAYS_OFF =
  "The channel stays off: it was switched off automatically, and the test did not get through either.";

const AnswerView = ({ answer }: { answer: Answer }) =>
  "refusal" in answer ? (
    <Banner role="alert" tone="bad" title={answer.refusal} />
  ) : (
    <TestResult report={answer.report} />
  );

const Waiting = () => (
  <div role="status" className="grid gap-2">
    <span className="sr-only">Sending the test</span>
    <Skeleton className="h-14" />
    <Skeleton className="h-16" />
  </div>
);

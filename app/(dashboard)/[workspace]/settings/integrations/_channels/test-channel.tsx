"use client";

import { lazyWindow } from "@/components/ui/lazy-window";
import type { TestChannelProps } from "./test-channel-window";

/** A button that sends a test to one channel and shows the answer in a window. */
export const TestChannel = lazyWindow<TestChannelProps>(() =>
  import("./test-channel-window").then(({ TestChannelWindow }) => TestChannelWindow),
);

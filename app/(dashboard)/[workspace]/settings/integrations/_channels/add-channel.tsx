"use client";

import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { lazyWindow } from "@/components/ui/lazy-window";
import type { AddChannelProps } from "./add-channel-window";

const Window = lazyWindow<AddChannelProps>(() =>
  import("./add-channel-window").then(({ AddChannelWindow }) => AddChannelWindow),
);

/** The button that adds a channel. */
export const AddChannel = (props: AddChannelProps) => (
  <Window
    {...props}
    trigger={
      <Button variant="primary">
        <Plus aria-hidden /> {props.label}
      </Button>
    }
  />
);

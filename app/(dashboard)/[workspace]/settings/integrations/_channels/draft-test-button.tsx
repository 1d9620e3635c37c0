"use client";

import { Send } from "lucide-react";
import { Button } from "@/components/ui/button";

interface DraftTestButtonProps {
  testing: boolean;
  disabled?: boolean;
  onClick: () => void;
}

export function DraftTestButton({ testing, disabled, onClick }: DraftTestButtonProps) {
  return (
    <Button onClick={onClick} pending={testing} disabled={disabled}>
      <Send aria-hidden /> {testing ? "Sending…" : "Send test"}
    </Button>
  );
}

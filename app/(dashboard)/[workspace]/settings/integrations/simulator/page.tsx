import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { SimulatorSection } from "./simulator-section";

export const metadata: Metadata = { title: "Card Simulator" };

export default async function SimulatorPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  return (
    <div className="grid gap-6">
      <PageHeader
        title="Card Simulator"
        description="What Teams, Slack and your own endpoints receive for any event, drawn by the code that sends. Nothing is sent until you say so."
      />
      <SimulatorSection workspace={workspace} label="Card Simulator" />
    </div>
  );
}

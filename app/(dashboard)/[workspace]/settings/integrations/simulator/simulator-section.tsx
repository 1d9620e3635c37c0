import { Panel } from "@/components/ui/panel";
import { requireManager } from "@/lib/auth/require";
import { LazySimulator } from "./lazy-simulator";
import { loadRecentEvents, loadTargets } from "./load";

interface SimulatorSectionProps {
  /** Slug. */
  workspace: string;
  /** Name of the region, where no heading of its own stands above. */
  label: string;
}

/** The Card Simulator of a workspace. Its code is loaded when it comes into view, never with the page. */
export async function SimulatorSection({ workspace: slug, label }: SimulatorSectionProps) {
  const { ctx, workspace } = await requireManager(slug);
  const [recentEvents, targets] = await Promise.all([loadRecentEvents(ctx), loadTargets(ctx)]);
  const { id, name, locale, timeZone } = workspace;
  return (
    <Panel aria-label={label} className="overflow-hidden">
      <LazySimulator
        slug={workspace.slug}
        workspace={{ id, name, locale, timeZone }}
        recentEvents={recentEvents}
        targets={targets}
      />
    </Panel>
  );
}

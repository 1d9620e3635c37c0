import { Folder } from "lucide-react";
import { Badge } from "@/components/ui/badge";

interface FilterBadgesProps {
  /** Names of event types; none means all. */
  eventTypes: string[];
  /** Names of projects; none means all. */
  projects: string[];
  /** How many types are written out before the rest is counted. */
  show?: number;
}

/** What a channel is limited to. */
export function FilterBadges({ eventTypes, projects, show = 3 }: FilterBadgesProps) {
  const rest = eventTypes.slice(show);
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1">
      {eventTypes.length === 0 && <Badge tone="outline">All events</Badge>}
      {eventTypes.slice(0, show).map((type) => (
        <Badge key={type} mono>
          <span className="truncate">{type}</span>
        </Badge>
      ))}
      {rest.length > 0 && (
        <Badge title={rest.join(", ")}>
          +{rest.length}
          <span className="sr-only"> more: {rest.join(", ")}</span>
        </Badge>
      )}
      {projects.length > 0 && (
        <Badge tone="accent" title={projects.join(", ")}>
          <Folder aria-hidden />
          <span className="truncate">
            {projects.length === 1 ? projects[0] : `${projects.length} projects`}
          </span>
        </Badge>
      )}
    </span>
  );
}

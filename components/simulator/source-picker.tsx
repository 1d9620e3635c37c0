import { Select } from "@/components/ui/select";
import { catalogue, SAMPLE_NAMES, type SampleName } from "@/lib/events/catalogue";
import type { RecentEvent, SimulatorWorkspace } from "./types";

const SAMPLE_LABELS = {
  typical: "Typical sample",
  longest: "Longest sample",
  hostile: "Hostile sample",
} satisfies Record<SampleName, string>;

interface SourcePickerProps {
  sample: SampleName;
  eventId: string | null;
  recentEvents: RecentEvent[];
  workspace: SimulatorWorkspace;
  onSample: (sample: SampleName) => void;
  onEvent: (event: RecentEvent) => void;
}

/** Chooses what is drawn: a sample of the type, or something that really happened. */
export function SourcePicker(props: SourcePickerProps) {
  const { sample, eventId, recentEvents, workspace, onSample, onEvent } = props;
  const time = new Intl.DateTimeFormat(workspace.locale, {
    timeZone: workspace.timeZone,
    dateStyle: "medium",
    timeStyle: "short",
  });
  const known = eventId === null || recentEvents.some((event) => event.id === eventId);
  return (
    <Select
      aria-label="Data"
      className="w-full"
      value={eventId ?? sample}
      onChange={({ target: { value } }) => {
        const name = SAMPLE_NAMES.find((candidate) => candidate === value);
        if (name !== undefined) return onSample(name);
        const event = recentEvents.find((candidate) => candidate.id === value);
        if (event !== undefined) onEvent(event);
      }}
    >
      <optgroup label="Samples">
        {SAMPLE_NAMES.map((name) => (
          <option key={name} value={name}>
            {SAMPLE_LABELS[name]}
          </option>
        ))}
      </optgroup>
      {recentEvents.length > 0 && (
        <optgroup label="Recent events">
          {recentEvents.map(({ id, type, createdAt }) => (
            <option key={id} value={id}>
              {catalogue[type].label} · {time.format(new Date(createdAt))}
            </option>
          ))}
        </optgroup>
      )}
      {!known && <option value={eventId}>Event {eventId}</option>}
    </Select>
  );
}

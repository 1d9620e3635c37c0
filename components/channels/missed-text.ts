/** What a channel has missed; a number above `atMost` stands for "more". */
interface Missed {
  events: number;
  deliveries: number;
  atMost: number;
}

/** "42 events matched while the channel was off, and 20 deliveries failed or were cancelled." */
export function missedText({ events, deliveries, atMost }: Missed): string {
  const count = (number: number, one: string, many: string): string => {
    const shown = Math.min(number, atMost).toLocaleString("en-GB");
    return `${number > atMost ? `More than ${shown}` : shown} ${number === 1 ? one : many}`;
  };
  const parts = [
    events > 0 && `${count(events, "event", "events")} matched while the channel was off`,
    deliveries > 0 &&
      count(deliveries, "delivery failed or was cancelled", "deliveries failed or were cancelled"),
  ];
  return `${parts.filter((part) => part !== false).join(", and ")}.`;
}

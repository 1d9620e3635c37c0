import type { DataOf, EventType } from "@/lib/events/catalogue";
import type { Format } from "./format";
import type { Fact, Figure, Inline, Rich, Tone } from "./message";

/** What a describer tells about one event; `describe` completes it to a Message. */
export interface Content {
  /** One emoji. */
  icon: string;
  tone?: Tone;
  /** The type's label unless given. Our words only, never a user's. */
  title?: string;
  subtitle: Inline[];
  figure?: Figure;
  quote?: string | null;
  body?: Rich[];
  facts?: (Fact | undefined)[];
  /** Anything may come as `url`; only https addresses become buttons. */
  action?: { label: string; url: unknown };
}

type Describer<Type extends EventType> = (data: DataOf<Type>, format: Format) => Content;

/** One describer for every type: a type without one does not compile. */
export type Describers = { [Type in EventType]: Describer<Type> };

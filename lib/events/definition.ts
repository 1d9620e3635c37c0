import type { z } from "zod";
import type { EventGroup, EventType } from "./types";

export const SAMPLE_NAMES = ["typical", "longest", "hostile"] as const;
export type SampleName = (typeof SAMPLE_NAMES)[number];

/** Data as JSON carries it. */
export type EventData = Record<string, unknown>;

/** What the catalogue knows about one event type. */
export interface EventDefinition<
  Type extends EventType = EventType,
  Schema extends z.ZodObject = z.ZodObject,
> {
  type: Type;
  group: EventGroup;
  /** For people: "Task created". */
  label: string;
  /** When it happens, as one sentence. */
  description: string;
  /** Of `data`; unknown fields pass. Never transforms: what was accepted is what gets sent. */
  schema: Schema;
  /** Valid `data`: an everyday case, one near the realistic maximum of every length, and one that means harm. */
  samples: Record<SampleName, EventData>;
  /** Never part of "all event types": a channel has to name it. */
  optIn?: true;
}

interface Entry<Schema extends z.ZodObject> {
  label: string;
  description: string;
  schema: Schema;
  samples: Record<SampleName, z.input<NoInfer<Schema>>>;
  optIn?: true;
}

type Definitions<Schemas extends Record<string, z.ZodObject>> = {
  [Type in keyof Schemas & EventType]: EventDefinition<Type, Schemas[Type]>;
};

/** Completes the entries of one group with their type and group. A name that is no event type does not compile. */
export function defineGroup<Schemas extends Record<string, z.ZodObject>>(
  group: EventGroup,
  entries: { [Type in keyof Schemas]: Entry<Schemas[Type]> } & Record<
    Exclude<keyof Schemas, EventType>,
    never
  >,
): Definitions<Schemas>;
export function defineGroup(group: EventGroup, entries: Record<string, object>) {
  return Object.fromEntries(
    Object.entries(entries).map(([type, entry]) => [type, { type, group, ...entry }]),
  );
}

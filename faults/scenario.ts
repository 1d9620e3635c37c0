import type { Verdict } from "./judge";
import type { Ground } from "./ground";
import type { Random } from "./random";

/** The short form is part of `npm test`; the long one has more tries, more load and the faults that take minutes. */
export type Form = "short" | "long";

export interface Row extends Verdict {
  fault: string;
  /** How often the fault was made. */
  tried: number;
  /** What else was measured, in a few words. */
  note: string;
}

/** One fault, made while events flow. `run` answers its row; what it could not judge at all, it throws. */
export interface Scenario {
  id: string;
  /** The one form that it belongs to; without it, both. */
  only?: Form;
  run(stage: Stage): Promise<Row[]>;
}

export interface Stage {
  form: Form;
  ground: Ground;
  random: Random;
}

/** The value for this form. */
export const by = <T>(form: Form, values: Record<Form, T>): T => values[form];

import type { Scenario } from "../scenario";
import { burst } from "./burst";
import { clock } from "./clock";
import { connections } from "./connections";
import { diskFull } from "./disk-full";
import { isolation } from "./isolation";
import { kills } from "./kills";
import { pair } from "./pair";
import { pause } from "./pause";
import { poison } from "./poison";

/** All faults, in the order in which they are made: what measures speed comes before what leaves wounds. */
export const SCENARIOS: readonly Scenario[] = [
  isolation,
  burst,
  pair,
  poison,
  connections,
  ...kills,
  pause,
  diskFull,
  clock,
];

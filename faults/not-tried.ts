import type { Row } from "./scenario";

/** The row of a fault that this machine does not let anyone make. It keeps no promise and breaks none, and says so. */
export const notTried = (fault: string, reason: string): Row => ({
  fault,
  tried: 0,
  events: 0,
  arrived: 0,
  repeated: 0,
  lost: 0,
  worstDelayMs: 0,
  worstWaitMs: 0,
  slowest: undefined,
  note: `NOT TRIED: ${reason}`,
  problems: [],
});

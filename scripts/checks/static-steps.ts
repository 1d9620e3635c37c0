import type { Step } from "./step";

/** What can be judged without running the product; the longest first, so that two at a time end together. */
export const STATIC_STEPS: readonly Step[] = [
  { name: "types", command: ["npm", "run", "--silent", "types"] },
  { name: "lint", command: ["npm", "run", "--silent", "lint"] },
  { name: "import rules", command: ["npm", "run", "--silent", "layers"] },
  { name: "dead code", command: ["npm", "run", "--silent", "dead-code"] },
];

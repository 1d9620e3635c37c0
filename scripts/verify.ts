import { STATIC_STEPS } from "./checks/static-steps";
import { runSteps } from "./checks/step";

// npm run verify: the quick gate, everything that needs no database, build or browser.
const results = await runSteps(
  [
    ...STATIC_STEPS,
    { name: "unit tests", command: ["npm", "run", "--silent", "unit"] },
    { name: "format", command: ["prettier", "--check", "--cache", "--log-level", "warn", "."] },
  ],
  2,
);
const failed = results.filter(({ ok }) => !ok).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

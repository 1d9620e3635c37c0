import { expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./password";

it("accepts the right password and no other", async () => {
  const stored = await hashPassword("correct horse");
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(stored, "correct horse")).toBe(true);
  expect(await verifyPassword(stored, "Correct horse")).toBe(false);
});

it("does the same work for an unknown user and refuses", async () => {
  const stored = await hashPassword("correct horse");
  const took = async (work: () => Promise<boolean>) => {
    const times = [];
    for (let round = 0; round < 7; round++) {
      const start = performance.now();
      expect(await work()).toBe(false);
      times.push(performance.now() - start);
    }
    return times.sort((a, b) => a - b)[0] ?? 0;
  };
  const known = await took(() => verifyPassword(stored, "wrong"));
  const unknown = await took(() => verifyPassword(null, "wrong"));
  // The fastest of seven each: skipping the hash would be hundreds of times faster.
  expect(unknown).toBeGreaterThan(known / 3);
});

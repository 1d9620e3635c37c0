import { expect, test, vi } from "vitest";
import { deferred } from "./deferred";

test("the code is fetched once, however often it is asked for, and its readers hear when it is there", async () => {
  const fetchCode = vi.fn(async () => "code");
  const code = deferred(fetchCode);
  const heard = vi.fn();
  code.subscribe(heard);
  expect(code.current()).toBeUndefined();
  expect(await Promise.all([code.load(), code.load()])).toEqual(["code", "code"]);
  expect(code.current()).toBe("code");
  expect(fetchCode).toHaveBeenCalledOnce();
  expect(heard).toHaveBeenCalledOnce();
});

test("a failure is told to whoever asked, and the next one who asks tries again", async () => {
  const fetchCode = vi.fn(async () => "code").mockRejectedValueOnce(new Error("offline"));
  const code = deferred(fetchCode);
  await expect(code.load()).rejects.toThrow("offline");
  await expect(code.load()).resolves.toBe("code");
});

import { test } from "vitest";
import { openApiDocument } from "./openapi";
test("x", () => {
  const d = openApiDocument();
  console.log(JSON.stringify(d).length, Object.keys(d.components?.responses ?? {}));
  for (const [p, i] of Object.entries(d.paths ?? {}))
    for (const [m, o] of Object.entries(i as object)) console.log(m, p, JSON.stringify(o.responses));
});

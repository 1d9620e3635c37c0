import { expect, it } from "vitest";
import { csvLine } from "./csv";

it("quotes every field and doubles the quotes in it", () => {
  expect(csvLine(["a", 'say "hi", twice\nor more', null, ""])).toBe(
    '"a","say ""hi"", twice\nor more","",""\r\n',
  );
});

it.each(["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])("makes no formula of %j", (field) => {
  expect(csvLine([field])).toBe(`"'${field}"\r\n`);
});

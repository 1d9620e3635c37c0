import { expect, it } from "vitest";
import { headerChanges, repeatedHeader, storedHeaders, type HeaderDraft } from "./header-draft";

const added = (name: string, value: string): HeaderDraft => ({ key: name, name, value, stored: false });
const STORED = ["Authorization", "X-Tenant"];

it("changes nothing as long as nobody touches the stored headers", () => {
  expect(headerChanges(storedHeaders(STORED), STORED)).toEqual({});
});

it("sets what is new or replaced, removes what is gone and leaves the rest alone", () => {
  const [authorization] = storedHeaders(STORED);
  const rows = [
    ...(authorization ? [{ ...authorization, value: "Bearer new" }] : []),
    added(" X-New ", " 1\n"),
  ];
  expect(headerChanges(rows, STORED)).toEqual({
    Authorization: "Bearer new",
    "X-Tenant": null,
    "X-New": "1",
  });
});

it("replaces a header that was removed and added again in other letters", () => {
  expect(headerChanges([added("x-tenant", "7")], ["X-Tenant"])).toEqual({
    "X-Tenant": null,
    "x-tenant": "7",
  });
});

it("takes no notice of an empty row, but of a value without a name", () => {
  expect(headerChanges([added("", " ")], [])).toEqual({});
  expect(headerChanges([added("", "1")], [])).toEqual({ "": "1" });
});

it("finds a name that is there twice, in any letter case, and no empty ones", () => {
  expect(repeatedHeader([...storedHeaders(STORED), added("x-TENANT ", "7")])).toBe("x-TENANT");
  expect(repeatedHeader([...storedHeaders(STORED), added("", ""), added("", "")])).toBeNull();
});

import { describe, expect, test } from "vitest";
import { addressesInHostsFile, parseHosts } from "./hosts-file";
import { systemResolver } from "./resolve";

describe("the hosts file", () => {
  test("gives names their addresses, in order, without comments and letter case", () => {
    const names = parseHosts(
      "127.0.0.1 localhost  LocalHost.LocalDomain # a comment\r\n::1\tlocalhost\n#1.2.3.4 off\nnonsense x\n10.0.0.1 crm.Internal\n",
    );
    expect(Object.fromEntries(names)).toEqual({
      localhost: ["127.0.0.1", "::1"],
      "localhost.localdomain": ["127.0.0.1"],
      "crm.internal": ["10.0.0.1"],
    });
  });

  test("of this machine is read without an error, whether it exists or not", async () => {
    expect(await addressesInHostsFile("no.such.name.example")).toEqual([]);
  });
});

describe("the system's resolver", () => {
  test("knows localhost and everything below it without asking anybody", async () => {
    expect(await systemResolver("localhost", true)).toEqual(["127.0.0.1", "::1"]);
    expect(await systemResolver("app.localhost", true)).toEqual(["127.0.0.1", "::1"]);
  });
});

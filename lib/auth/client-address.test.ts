import { expect, it } from "vitest";
import { clientAddress } from "./client-address";

it("believes the nearest hop, not what the client claims", () => {
  const headers = new Headers({ "x-forwarded-for": "6.6.6.6, 203.0.113.9" });
  expect(clientAddress(headers)).toBe("203.0.113.9");
});

it("has one name for requests without an address", () => {
  expect(clientAddress(new Headers())).toBe("unknown");
});

import { describe, expect, test } from "vitest";
import { explain } from "./explain";
import { ATTEMPT_STAGES, ERROR_CODES } from "./status";
import { hintForStatus } from "./status-hints";

const cases = ERROR_CODES.flatMap((errorCode) =>
  ATTEMPT_STAGES.flatMap((stage) => [true, false].map((chat) => ({ errorCode, stage, chat }))),
);
const sentence = /^[A-Z].*[.]$/;

describe("every failure", () => {
  test.each(cases)(
    "$errorCode, $stage, chat $chat: is explained in sentences, with something to do",
    (attempt) => {
      const { title, explanation, remedy } = explain({ ...attempt, statusCode: 418 });
      expect(title).toMatch(/^[A-Z][^.]+$/);
      expect(explanation).toMatch(sentence);
      expect(remedy).toMatch(sentence);
    },
  );

  test("shows its recorded cause instead of the general one", () => {
    const detail = "The certificate of the receiver has expired.";
    expect(explain({ errorCode: "tls_error", stage: "before_sending", detail }).explanation).toBe(detail);
    expect(explain({ errorCode: "tls_error", stage: "before_sending", detail: "" }).explanation).toContain(
      "TLS",
    );
  });
});

describe("a status", () => {
  test.each([
    [301, "Redirect", "never followed"],
    [401, "Answered 401 Unauthorized", "credentials"],
    [404, "Answered 404 Not Found", "nothing at this URL"],
    [405, "Answered 405 Method Not Allowed", "POST"],
    [410, "Answered 410 Gone", "switched off"],
    [413, "Answered 413 Content Too Large", "larger"],
    [418, "Request refused (418)", "refused"],
    [429, "Answered 429 Too Many Requests", "limits"],
    [503, "Answered 503 Service Unavailable", "overloaded"],
    [599, "Receiver failed (599)", "error of its own"],
    [0, "Unexpected status (0)", "200 to 299"],
  ])("%i is told as such", (statusCode, title, said) => {
    const told = explain({ errorCode: "http_status", stage: "response", statusCode });
    expect(told.title).toContain(title);
    expect(told.explanation).toContain(said);
    expect(hintForStatus(statusCode)).toEqual(told);
  });
});

describe("a status of a chat product", () => {
  const remedy = (statusCode: number) =>
    explain({ errorCode: "http_status", stage: "response", statusCode, chat: true }).remedy;

  test.each([301, 400, 401, 403, 404, 405, 410, 413, 418, 429, 500, 503])(
    "%i never asks to change the receiver, which nobody here can",
    (status) => {
      expect(remedy(status)).not.toMatch(/receiver|signature|custom headers/i);
      expect(remedy(status)).toMatch(sentence);
    },
  );

  test("404 leads to a new webhook, 410 also to enabling the channel", () => {
    expect(remedy(404)).toContain("save its URL in the channel");
    expect(remedy(410)).toContain("enable the channel again");
  });
});

describe("a refused connection", () => {
  const refused = (url: string) =>
    explain({ errorCode: "connection_refused", stage: "before_sending", url }).remedy;

  test.each([
    "http://localhost:4000/…",
    "http://127.0.0.1:4000/x",
    "http://[::1]/…",
    "https://app.localhost/",
    "http://0.0.0.0/",
  ])("at %s says whose machine that is", (url) => {
    expect(refused(url)).toContain("the server's own machine");
  });

  test.each(["https://crm.example.com/…", "http://localhost.example.com/", "http://10.0.0.1/", "not a url"])(
    "at %s speaks of the receiver",
    (url) => {
      expect(refused(url)).not.toContain("own machine");
    },
  );
});

test("a timeout tells whether anything was sent", () => {
  expect(explain({ errorCode: "timeout", stage: "before_sending" }).explanation).toContain(
    "Nothing was sent",
  );
  expect(explain({ errorCode: "timeout", stage: "no_response" }).explanation).toContain(
    "may have been processed",
  );
});

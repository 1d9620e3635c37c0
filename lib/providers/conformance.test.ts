import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EVENT_TYPES, SAMPLE_NAMES } from "@/lib/events/catalogue";
import type { Event } from "@/lib/events/envelope";
import { describe as tell } from "@/lib/messages/describe";
import type { Message } from "@/lib/messages/message";
import { anyText, CONTEXT, eventOf, messageOf } from "@/lib/messages/testing";
import { PROVIDER_IDS, type RenderContext } from "./provider";
import { providers } from "./registry";

/** What every provider has to keep, whatever it draws. */
const CONTEXTS: RenderContext[] = [
  { ...CONTEXT, linkStyle: "buttons" },
  {
    workspaceName: "<!channel> *_x_* {{DATE(x)}}",
    locale: "ar-EG",
    timeZone: "Asia/Kolkata",
    linkStyle: "links",
  },
];
const SECRET = "s3cr3t-in-the-body-https://hooks.example/abc";
const bytes = (text: string) => new TextEncoder().encode(text).length;

describe.each(PROVIDER_IDS)("%s", (id) => {
  const provider = providers[id];

  const expectSound = (event: Event, message: Message, context: RenderContext) => {
    const rendered = provider.render(event, () => message, context);
    expect(provider.validate(rendered.payload)).toEqual([]);
    expect(bytes(rendered.body)).toBeLessThanOrEqual(provider.maxBytes);
    expect(JSON.parse(rendered.body)).toEqual(rendered.payload);
    expect(JSON.stringify(rendered.payload)).toBe(rendered.body);
    return rendered;
  };

  it("knows itself", () => {
    expect(provider.id).toBe(id);
    expect(provider.label).not.toBe("");
    expect(provider.contentType).toMatch(/^application\/json/);
  });

  it.each(EVENT_TYPES)("renders every sample of %s validly and within its limits, the same twice", (type) => {
    for (const sample of SAMPLE_NAMES)
      for (const context of CONTEXTS)
        for (const test of [false, true]) {
          const event = eventOf(type, sample, { test });
          const message = tell(event, context);
          const rendered = expectSound(event, message, context);
          expect(provider.render(event, () => message, context)).toEqual(rendered);
        }
  });

  it.each(EVENT_TYPES)("has nothing to warn of in the typical %s", (type) => {
    const event = eventOf(type);
    for (const linkStyle of ["buttons", "links"] as const) {
      const context = { ...CONTEXT, linkStyle };
      expect(provider.render(event, () => tell(event, context), context).warnings).toEqual([]);
    }
  });

  it("renders any message validly and within its limits", () => {
    fc.assert(
      fc.property(messageOf(anyText), fc.constantFrom(...CONTEXTS), (message, context) => {
        expectSound(eventOf("task.created"), message, context);
      }),
      { numRuns: 100 },
    );
  });

  it("refuses payloads that are not its own", () => {
    for (const payload of [null, [], {}, "text", { type: "message" }, { text: "x", blocks: [] }])
      expect(provider.validate(payload)).not.toEqual([]);
  });

  it("refuses addresses with credentials, in whole sentences and without repeating them", () => {
    for (const allowListed of [false, true]) {
      const check = provider.checkUrl(new URL("https://user:hunter2@hooks.slack.com/services/T1/B1/x"), {
        allowListed,
      });
      expect(check.ok).toBe(false);
      expect(JSON.stringify(check)).not.toContain("hunter2");
    }
    expect(provider.checkUrl(new URL("ftp://files.example/"), { allowListed: true }).ok).toBe(false);
  });

  it("takes a local stand-in when its address is on the allow-list", () => {
    for (const url of ["http://127.0.0.1:4010/hook", "http://localhost/x", "https://[::1]:9/y"])
      expect(provider.checkUrl(new URL(url), { allowListed: true }).ok).toBe(true);
  });

  const judge = (status: number, body: string) => provider.judge({ status, body });

  it("calls no failing status a success, and takes 410 for the end of the channel", () => {
    for (let status = 300; status < 600; status += 1) {
      const outcome = judge(status, "ok");
      expect(outcome.outcome).toBe("failed");
      if (outcome.outcome === "failed") {
        expect(outcome.errorCode).toBe("http_status");
        expect(outcome.then === "disable").toBe(status === 410);
        expect(outcome.detail).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  it.each([408, 429, 500, 502, 503, 504, 301, 302, 307, 308])("tries %s again", (status) => {
    expect(judge(status, "")).toMatchObject({ outcome: "failed", then: "retry" });
  });

  it("says of redirects that they are not followed", () => {
    expect(judge(302, "")).toMatchObject({ detail: expect.stringContaining("not followed") });
  });

  it("never repeats what the receiver wrote", () => {
    for (const status of [200, 204, 301, 400, 403, 404, 410, 429, 500])
      expect(JSON.stringify(judge(status, SECRET))).not.toContain(SECRET);
  });

  it("takes 2xx with the body ok for success", () => {
    expect(judge(200, "ok")).toEqual({ outcome: "succeeded" });
  });
});

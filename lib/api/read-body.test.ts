import { describe, expect, test } from "vitest";
import { ApiProblem } from "./problem";
import { MAX_REQUEST_BYTES, readJsonText } from "./read-body";

const JSON_TYPE = { "content-type": "application/json" };

const post = (body: BodyInit | null, headers: Record<string, string> = JSON_TYPE) =>
  new Request("http://carillon.test/", { method: "POST", body, headers });

/** A request whose body is what `pull` makes of it. */
const streamed = (source: UnderlyingDefaultSource<Uint8Array>, headers: Record<string, string> = JSON_TYPE) =>
  new Request("http://carillon.test/", {
    method: "POST",
    headers,
    // Nothing is asked for before somebody reads.
    body: new ReadableStream(source, { highWaterMark: 0 }),
    duplex: "half",
  } as RequestInit);

const codeOf = (request: Request, options: { required?: boolean; timeoutMs?: number } = {}) =>
  readJsonText(request, { required: true, ...options }).then(
    (text) => ({ text }),
    (error: unknown) => {
      if (error instanceof ApiProblem) return error.code;
      throw error;
    },
  );

describe("content type", () => {
  test.each([
    "application/json",
    "application/json; charset=utf-8",
    'Application/JSON;charset="UTF-8"',
    "application/json;profile=x",
    "application/json;",
  ])("%s is read", async (type) => {
    expect(await codeOf(post("{}", { "content-type": type }))).toEqual({ text: "{}" });
  });

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "application/jsonp",
    "application/vnd.api+json",
    "application/json; charset=utf-16",
    "application/json, text/plain",
    "multipart/form-data; boundary=x",
    "",
  ])("%j is refused", async (type) => {
    expect(await codeOf(post("{}", { "content-type": type }))).toBe("unsupported_media_type");
  });

  test("a missing one is refused, with a body or without", async () => {
    expect(await codeOf(post(new Uint8Array([123, 125]), {}))).toBe("unsupported_media_type");
    expect(await codeOf(post(null, {}))).toBe("unsupported_media_type");
  });

  test.each(["gzip", "br", "deflate", "gzip, identity"])(
    "a body encoded with %s is refused",
    async (encoding) => {
      const request = post("{}", { ...JSON_TYPE, "content-encoding": encoding });
      expect(await codeOf(request)).toBe("unsupported_media_type");
    },
  );

  test("a header of 16 KB of spaces is judged at once", async () => {
    const before = performance.now();
    expect(await codeOf(post("{}", { "content-type": `application/json${" ".repeat(16_000)}x` }))).toBe(
      "unsupported_media_type",
    );
    expect(performance.now() - before).toBeLessThan(200);
  });
});

describe("size", () => {
  test("1 MiB is read, one byte more is not", async () => {
    expect(await codeOf(post("x".repeat(MAX_REQUEST_BYTES)))).toHaveProperty("text");
    expect(await codeOf(post("x".repeat(MAX_REQUEST_BYTES + 1)))).toBe("request_too_large");
  });

  test("a declared length over the limit is refused before anything is read", async () => {
    let pulled = 0;
    const request = streamed(
      { pull: () => void (pulled += 1) },
      { ...JSON_TYPE, "content-length": String(MAX_REQUEST_BYTES + 1) },
    );
    expect(await codeOf(request)).toBe("request_too_large");
    expect(pulled).toBe(0);
  });

  test("a length that lies does not help: an endless body is cut at the limit", async () => {
    let cancelled = false;
    const request = streamed(
      {
        pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)),
        cancel: () => void (cancelled = true),
      },
      { ...JSON_TYPE, "content-length": "10" },
    );
    expect(await codeOf(request)).toBe("request_too_large");
    expect(cancelled).toBe(true);
  });
});

describe("time and form", () => {
  test("a body that never ends is given up at the deadline", async () => {
    expect(await codeOf(streamed({}), { timeoutMs: 30 })).toBe("request_timeout");
  });

  test("a body that drips is given up at the same deadline", async () => {
    const drip: UnderlyingDefaultSource<Uint8Array> = {
      pull: async (controller) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        controller.enqueue(new Uint8Array([32]));
      },
    };
    expect(await codeOf(streamed(drip), { timeoutMs: 40 })).toBe("request_timeout");
  });

  test("a connection that breaks off is not JSON", async () => {
    const broken = streamed({ pull: (controller) => controller.error(new Error("aborted")) });
    expect(await codeOf(broken)).toBe("not_json");
  });

  test("pieces are put together, even inside a character", async () => {
    const bytes = new TextEncoder().encode('{"a":"é😀"}');
    const pieces = Array.from(bytes, (byte) => new Uint8Array([byte]));
    const request = streamed({
      pull: (controller) => {
        const piece = pieces.shift();
        if (piece) controller.enqueue(piece);
        else controller.close();
      },
    });
    expect(await codeOf(request)).toEqual({ text: '{"a":"é😀"}' });
  });

  test.each([
    ["a byte of Latin-1", [34, 233, 34]],
    ["a cut sequence", [34, 0xf0, 0x9f]],
    ["an encoded surrogate", [34, 0xed, 0xa0, 0xbd, 34]],
    ["an overlong NUL", [34, 0xc0, 0x80, 34]],
  ])("%s is not JSON", async (_, bytes) => {
    expect(await codeOf(post(new Uint8Array(bytes)))).toBe("not_json");
  });

  test("a byte order mark stays in the text, for the parser to refuse", async () => {
    expect(await codeOf(post(new Uint8Array([0xef, 0xbb, 0xbf, 123, 125])))).toEqual({ text: "\uFEFF{}" });
  });
});

describe("no body at all", () => {
  test("is refused where one is required", async () => {
    expect(await codeOf(post("", JSON_TYPE))).toBe("not_json");
    expect(await codeOf(post(null, JSON_TYPE))).toBe("not_json");
  });

  test.each([
    ["nothing", post(null, {})],
    [
      "a form of length 0, as curl -d '' sends it",
      post(null, { "content-type": "application/x-www-form-urlencoded", "content-length": "0" }),
    ],
    ["an empty stream without a type", streamed({ pull: (controller) => controller.close() }, {})],
    ["an empty JSON body", post("", JSON_TYPE)],
  ])("is fine where none is required: %s", async (_, request) => {
    expect(await codeOf(request, { required: false })).toEqual({ text: null });
  });

  test("an undeclared body without a type is refused even where none is required", async () => {
    const request = streamed(
      {
        start: (controller) => {
          controller.enqueue(new Uint8Array([123, 125]));
          controller.close();
        },
      },
      {},
    );
    expect(await codeOf(request, { required: false })).toBe("unsupported_media_type");
  });
});

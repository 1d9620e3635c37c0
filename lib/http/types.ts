import type { Timings } from "@/lib/delivery/timings";
import type { ErrorCode } from "@/lib/delivery/status";

/** A request as it goes on the wire. `body` is UTF-8 text, sent byte for byte. */
export interface HttpRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface HttpResponse {
  status: number;
  headers: Record<string, string>;
  /** At most 64 KiB are read; `truncated` says that more would have come. */
  body: string;
  truncated: boolean;
}

/** What a send came to. Never an exception: their failure is a value. */
export type HttpResult =
  | { kind: "response"; response: HttpResponse; timings: Timings; startedAt: Date }
  | {
      kind: "failure";
      /** `before_sending`: no byte of the request left; `no_response`: sent, no complete answer. */
      stage: "before_sending" | "no_response";
      errorCode: ErrorCode;
      /** One sentence for people, without URL or secret. */
      detail: string;
      timings: Timings;
      startedAt: Date;
    };

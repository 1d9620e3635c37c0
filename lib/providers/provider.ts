import type { Event } from "@/lib/events/envelope";
import type { Message } from "@/lib/messages/message";
import type { Outcome } from "@/lib/delivery/outcome";
import type { FieldError } from "@/lib/errors";

export const PROVIDER_IDS = ["teams", "slack", "webhook"] as const;
export type ProviderId = (typeof PROVIDER_IDS)[number];

/** Per-channel choices that change how a payload looks. All optional; absent means the workspace's default. */
export interface ChannelOptions {
  /** Slack: URL buttons, or links in the text (a button without an interactivity URL shows a warning). */
  linkStyle?: "buttons" | "links";
  locale?: string;
  timeZone?: string;
}

/** What `render` may know besides the event: workspace defaults already merged with the channel's options. */
export interface RenderContext {
  workspaceName: string;
  locale: string;
  timeZone: string;
  linkStyle: "buttons" | "links";
}

/** A cut that was made so that a payload stays within the provider's limits. */
export interface RenderWarning {
  code: string;
  message: string;
}

/** The body to send, byte for byte, beside the value it was made from (which previews draw). */
export interface Rendered<Payload = unknown> {
  payload: Payload;
  body: string;
  warnings: RenderWarning[];
}

/** What a receiver answered, as far as its meaning goes. */
export interface Answer {
  status: number;
  body: string;
}

export type UrlCheck = { ok: true; note?: string } | { ok: false; message: string };

/** How an event becomes an HTTP request for a channel. Pure: no IO, runs in the browser too. */
export interface Provider<Payload = unknown> {
  id: ProviderId;
  label: string;
  /** Bytes of the whole body, UTF-8. */
  maxBytes: number;
  contentType: string;
  /** Whether requests are signed with the channel's secret. */
  signed: boolean;
  /** Requests per second and burst towards one channel; null means unpaced. */
  pace: { perSecond: number; burst: number } | null;
  /** @param tell makes the event's message; providers that send the event itself do not ask for it */
  render(event: Event, tell: () => Message, context: RenderContext): Rendered<Payload>;
  /** What a receiver would refuse in a payload, place by place; empty for everything that `render` makes. */
  validate(payload: unknown): FieldError[];
  /**
   * Is this the kind of URL that the provider hands out? The message names the remedy. `allowListed`: the address is on
   * the egress allow-list, where the provider's host rules do not apply.
   */
  checkUrl(url: URL, options: { allowListed: boolean }): UrlCheck;
  /** The one policy table: what each status and body means. */
  judge(answer: Answer): Outcome;
}

import type { Message } from "@/lib/messages/message";
import { cut, plain } from "@/lib/messages/text";
import type { RenderWarning } from "./provider";
import { collapse } from "./trim";

/** What a provider draws from a message, with the warnings of its own cuts. */
export interface Drawn<Payload> {
  payload: Payload;
  warnings: RenderWarning[];
}

interface Step extends RenderWarning {
  reduce(message: Message): Message;
}

/** What stays when a card is still too large. */
const FEW_FACTS = 5;
const SHORT_SUBTITLE = 200;

/** From whole to least; every step keeps what the one before it took away, away. */
const STEPS: Step[] = [
  {
    code: "context_dropped",
    message: "The line with workspace and time was left out, since the card was too large.",
    reduce: (message) => ({ ...message, context: [] }),
  },
  {
    code: "body_dropped",
    message: "The text was left out, since the card was too large.",
    reduce: ({ quote: _quote, body: _body, ...message }) => message,
  },
  {
    code: "facts_collapsed",
    message: `Only ${FEW_FACTS} facts are shown, since the card was too large.`,
    reduce: (message) => ({ ...message, facts: collapse(message.facts, FEW_FACTS) }),
  },
  {
    code: "minimal",
    message: "Only the headline and the first button are shown, since the card was too large.",
    reduce: ({ figure: _figure, ...message }) => ({
      ...message,
      subtitle: cut(plain(message.subtitle ?? ""), SHORT_SUBTITLE),
      facts: [],
      actions: message.actions.slice(0, 1),
    }),
  },
];

/** Draws the most complete form of a message that fits. The last step is small by construction: it always fits. */
export function drawFitting<Payload>(
  message: Message,
  draw: (message: Message) => Drawn<Payload>,
  fits: (payload: Payload) => boolean,
): Drawn<Payload> {
  let reduced = message;
  let drawn = draw(reduced);
  const taken: RenderWarning[] = [];
  for (const { reduce, code, message: text } of STEPS) {
    if (fits(drawn.payload)) break;
    reduced = reduce(reduced);
    drawn = draw(reduced);
    taken.push({ code, message: text });
  }
  return { payload: drawn.payload, warnings: [...message.warnings, ...taken, ...drawn.warnings] };
}

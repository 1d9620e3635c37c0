import type { AutoParsing, Mrkdwn } from "./ast";
import { withLinksAndEmoji } from "./autolink";
import { decodeEntities } from "./entities";

/** A character, or a link, mention or date that was recognised before. */
type Piece = string | Mrkdwn;

const MARKERS = { "*": "bold", _: "italic", "~": "strike", "`": "code" } as const;
type Marker = keyof typeof MARKERS;

/** Finds `*bold*`, `_italic_`, `~strike~` and code in one line. A marker opens and closes only at the edge of a word. */
export function parseMarkers(pieces: Piece[], auto: AutoParsing): Mrkdwn[] {
  const nodes: Mrkdwn[] = [];
  let plain = "";
  const flush = () => {
    if (plain !== "") nodes.push(...withLinksAndEmoji(decodeEntities(plain), auto));
    plain = "";
  };
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    const end = closingOf(pieces, at);
    if (end !== -1) {
      flush();
      nodes.push(marked(piece as Marker, pieces.slice(at + 1, end), auto));
      at = end;
    } else if (typeof piece === "string") plain += piece;
    else if (piece !== undefined) {
      flush();
      nodes.push(piece);
    }
  }
  flush();
  return nodes;
}

const isMarker = (piece: Piece | undefined): piece is Marker => typeof piece === "string" && piece in MARKERS;
const isSpace = (piece: Piece | undefined) => typeof piece === "string" && /\s/.test(piece);
const isWord = (piece: Piece | undefined) => typeof piece === "string" && /[\p{L}\p{N}]/u.test(piece);

/** Where the run that opens at `at` closes, or -1 when nothing opens or closes here. */
function closingOf(pieces: Piece[], at: number): number {
  const marker = pieces[at];
  const next = pieces[at + 1];
  if (!isMarker(marker) || isWord(pieces[at - 1]) || pieces[at - 1] === marker) return -1;
  if (next === undefined || isSpace(next) || next === marker) return -1;
  for (let end = at + 2; end < pieces.length; end += 1) {
    const follows = pieces[end + 1];
    const closes = pieces[end] === marker && !isSpace(pieces[end - 1]);
    if (closes && !isWord(follows) && follows !== marker) return end;
  }
  return -1;
}

function marked(marker: Marker, inside: Piece[], auto: AutoParsing): Mrkdwn {
  const kind = MARKERS[marker];
  if (kind !== "code") return { kind, children: parseMarkers(inside, auto) };
  return { kind, text: decodeEntities(inside.map(asText).join("")) };
}

const asText = (piece: Piece): string =>
  typeof piece === "string" ? piece : "text" in piece ? piece.text : "";

/**
 * Pieces that a text with a credential of a known make has in any encoding, since nobody encodes letters and underscores.
 * All pieces of a row stand in it; the rarest comes first.
 */
const TRACES = [
  ["whsec_"],
  ["slack", "hooks"],
  ["office", "webhook"],
  ["azure", "logic"],
  ["powerplatform"],
] as const;

/** What a text in lower case costs that has none of them: a few searches for a short word. */
export const mayHoldCredential = (lower: string): boolean =>
  TRACES.some((pieces) => pieces.every((piece) => lower.includes(piece))) || mayHoldApiKey(lower);

/** "callback_id" and "check_sum" are common; a word that begins so is not. Before it may stand an escape, as in `%2Fck_`. */
function mayHoldApiKey(lower: string): boolean {
  for (let at = lower.indexOf("ck_"); at >= 0; at = lower.indexOf("ck_", at + 1)) {
    if (!/[a-z0-9]/.test(lower.charAt(at - 1)) || /[%\\]/.test(lower.slice(Math.max(0, at - 6), at)))
      return true;
  }
  return false;
}

/**
 * Credentials by their looks, in lower case and unescaped: addresses of Slack's and Teams' webhooks, where whoever has the
 * address may post; signing secrets; API keys of this product. Everything before the tail is literal, so that no text takes
 * long.
 */
export const CREDENTIAL =
  /hooks\.slack(?:-gov)?\.com(?::443)?\/[^\s"'<>]{8,}|(?:webhook\.office|outlook\.office|outlook\.office365)\.com(?::443)?\/webhook[^\s"'<>]{8,}|logic\.azure\.(?:com|us|cn)(?::443)?\/[^\s"'<>]{8,}|powerplatform\.(?:com|microsoft\.us|partner\.microsoftonline\.cn)(?::443)?\/[^\s"'<>]{8,}|whsec_[a-z0-9+/=_-]{16,}|(?:(?<![a-z0-9])|(?<=\\[bfnrt]))ck_[a-z0-9_-]{16,}/g;

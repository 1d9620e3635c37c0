/**
 * Edited data travels in the fragment of a link, `#data=…`: a browser never sends a fragment to a server, so that what
 * was typed stays out of logs.
 */
const KEY = "#data=";

/** The fragment that carries a text: base64url of its UTF-8 bytes. */
export function toFragment(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return KEY + btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** The text that a fragment carries; null for any other fragment, and for one that was cut short or mistyped. */
export function fromFragment(fragment: string): string | null {
  if (!fragment.startsWith(KEY)) return null;
  try {
    const binary = atob(fragment.slice(KEY.length).replace(/-/g, "+").replace(/_/g, "/"));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

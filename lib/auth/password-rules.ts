/** OWASP ASVS 5.0, 6.2.1: at least 8 characters (15 recommended, which the forms say). */
export const MIN_PASSWORD = 8;

/** NIST SP 800-63B, 3.1.1.2: passwords of at least 64 characters must be possible; the cap bounds the work. */
export const MAX_PASSWORD = 200;

/** What forms say beside a field for a new password. */
export const PASSWORD_HINT = `At least ${MIN_PASSWORD} characters. A few unrelated words are easy to remember and hard to guess.`;

/** Who will sign in with the password: a name or address is no password. */
export interface PasswordOwner {
  name: string;
  email: string;
}

/**
 * What is wrong with a new password and what to do about it; null when it may be used. No rule asks for kinds of
 * characters (NIST SP 800-63B, 3.1.1.2): they make passwords worse.
 */
export function passwordProblem(password: string, owner: PasswordOwner): string | null {
  if ([...password].length < MIN_PASSWORD) return `Use at least ${MIN_PASSWORD} characters.`;
  // In the unit in which signing in measures it.
  if (password.length > MAX_PASSWORD) return `Use at most ${MAX_PASSWORD} characters.`;
  return isGuessable(password.toLowerCase(), owner)
    ? "This password is among the first that anybody would try. Choose another."
    : null;
}

function isGuessable(password: string, { name, email }: PasswordOwner): boolean {
  const known = [name, email, email.split("@")[0] ?? ""].map((text) => text.trim().toLowerCase());
  return known.includes(password) || COMMON.test(password) || isRun(password);
}

// The commonest passwords of every leak, with whatever number or mark people add at their end.
const COMMON =
  /^(password|passw0rd|passwort|qwerty(uiop)?|qwertz(uiop)?|azerty(uiop)?|letmein|iloveyou|welcome|admin(istrator)?|changeme|football|baseball|princess|sunshine|trustno|monkey|dragon|carillon)[\d!.?*#@$-]*$/;

/** One step all the way: "aaaaaaaa", "12345678", "hgfedcba". */
function isRun(password: string): boolean {
  const codes = [...password].map((character) => character.codePointAt(0) ?? 0);
  const step = (codes[1] ?? 0) - (codes[0] ?? 0);
  return Math.abs(step) <= 1 && codes.every((code, at) => at === 0 || code - (codes[at - 1] ?? 0) === step);
}

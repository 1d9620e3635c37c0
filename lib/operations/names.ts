import { Invalid } from "@/lib/errors";

/** Longest name of anything: it must fit a card's context line and a list's row. */
export const MAX_NAME = 120;
export const MAX_DESCRIPTION = 1000;

/** A name without surrounding space. Throws Invalid when it is empty, too long or has control characters. */
export function cleanName(value: string, path = "name"): string {
  const name = value.trim();
  if (name === "") throw invalid(path, "must not be empty");
  if (name.length > MAX_NAME) throw invalid(path, `must have at most ${MAX_NAME} characters`);
  if (/\p{Cc}/u.test(name)) throw invalid(path, "must not contain line breaks or other control characters");
  return name;
}

/** A description; line breaks and tabs are welcome in it. Throws Invalid when it is too long or has other control characters. */
export function cleanDescription(value: string, path = "description"): string {
  const text = value.trim();
  if (text.length > MAX_DESCRIPTION) throw invalid(path, `must have at most ${MAX_DESCRIPTION} characters`);
  if (/[^\P{Cc}\n\r\t]/u.test(text)) throw invalid(path, "must not contain control characters");
  return text;
}

const invalid = (path: string, rule: string) => {
  const message = `${path} ${rule}.`;
  return new Invalid(message, [{ path, message }]);
};

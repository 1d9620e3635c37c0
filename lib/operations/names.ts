import { Invalid, type FieldError } from "@/lib/errors";

/** Longest name of anything: it must fit a card's context line and a list's row. */
export const MAX_NAME = 120;
export const MAX_DESCRIPTION = 1000;

/** A name without surrounding space. Throws Invalid when it is empty, too long or has control characters. */
export function cleanName(value: string, path = "name"): string {
  const errors: FieldError[] = [];
  const name = gatherName(value, errors, path);
  const [first] = errors;
  if (first) throw new Invalid(first.message, errors);
  return name;
}

/** The same for one field of many: adds what is wrong to `errors`. */
export function gatherName(value: string, errors: FieldError[], path = "name"): string {
  const name = value.trim();
  const refuse = (rule: string) => errors.push({ path, message: `${path} ${rule}.` });
  if (name === "") refuse("must not be empty");
  if (name.length > MAX_NAME) refuse(`must have at most ${MAX_NAME} characters`);
  if (/\p{Cc}/u.test(name)) refuse("must not contain line breaks or other control characters");
  return name;
}

/** A description; line breaks and tabs are welcome in it. Adds what is wrong to `errors`. */
export function gatherDescription(value: string, errors: FieldError[], path = "description"): string {
  const text = value.trim();
  const refuse = (rule: string) => errors.push({ path, message: `${path} ${rule}.` });
  if (text.length > MAX_DESCRIPTION) refuse(`must have at most ${MAX_DESCRIPTION} characters`);
  if (/[^\P{Cc}\n\r\t]/u.test(text)) refuse("must not contain control characters");
  return text;
}

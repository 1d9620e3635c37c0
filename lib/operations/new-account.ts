import { insertUser, type SessionUser } from "@/db/queries/users";
import type { Database } from "@/db/client";
import { hashPassword } from "@/lib/auth/password";
import { passwordProblem } from "@/lib/auth/password-rules";
import { Invalid, type FieldError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { gatherName } from "./names";

/** What a person enters for an account. */
export interface AccountInput {
  name: string;
  email: string;
  password: string;
}

/** An account that is ready to be stored. */
export interface NewAccount {
  id: string;
  name: string;
  email: string;
  passwordHash: string;
}

/** Checks what was entered, adding what is wrong to `errors`. */
export function gatherAccount(input: AccountInput, errors: FieldError[]): { name: string; email: string } {
  const name = gatherName(input.name, errors);
  const email = input.email.trim();
  if (email.length > MAX_EMAIL || !EMAIL.test(email)) {
    errors.push({ path: "email", message: "Enter an email address, such as robin@example.com." });
  }
  const problem = passwordProblem(input.password, { name, email });
  if (problem !== null) errors.push({ path: "password", message: problem });
  return { name, email };
}

/** The account with its password hashed, which takes a while: outside a transaction. Throws Invalid. */
export async function prepareAccount(input: AccountInput): Promise<NewAccount> {
  const errors: FieldError[] = [];
  const { name, email } = gatherAccount(input, errors);
  const [first] = errors;
  if (first) throw new Invalid(first.message, errors);
  return { id: newId("user"), name, email, passwordHash: await hashPassword(input.password) };
}

/** Stores the account. Throws Invalid when somebody has the address. */
export async function addAccount(db: Database, account: NewAccount): Promise<SessionUser> {
  const user = await insertUser(db, account);
  if (user) return user;
  const message = "This address has an account. Sign in with it instead.";
  throw new Invalid(message, [{ path: "email", message }], "email_taken");
}

// RFC 5321, 4.5.3.1.3: a path has at most 256 octets, two of them angle brackets.
const MAX_EMAIL = 254;

// What a browser's email field takes, with a dot in the domain: https://html.spec.whatwg.org/#valid-e-mail-address
const EMAIL =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i;

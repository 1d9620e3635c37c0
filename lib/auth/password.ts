import { hash, verify, type Options } from "@node-rs/argon2";

// OWASP Password Storage Cheat Sheet: argon2id (the library's default kind), m = 19 MiB, t = 2, p = 1.
const OPTIONS: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Of a random password that nobody knows, made with the options above.
const NOBODY =
  "$argon2id$v=19$m=19456,t=2,p=1$ceG1L2YaPQWvAY9z0s96uw$ZuJiXTbfi3h1+ripw+Gpk8mL3v/DFdABTCr/i3axaKI";

/** The argon2id hash to store. */
export const hashPassword = (password: string): Promise<string> => hash(password, OPTIONS);

/** Whether the password fits. With no hash (nobody has this address) it takes as long and answers false. */
export async function verifyPassword(storedHash: string | null, password: string): Promise<boolean> {
  const fits = await verify(storedHash ?? NOBODY, password);
  return fits && storedHash !== null;
}

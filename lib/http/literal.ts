import { isIP } from "node:net";

/** Is this host an address rather than a name? Brackets must be gone. */
export const isLiteral = (host: string): boolean => isIP(host) !== 0;

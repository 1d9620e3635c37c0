import type { Route } from "next";

/** An address that lib/docs made: of a page that exists, which a test looks after by following every link. */
export const docsRoute = (path: string): Route => path as Route;

import { join } from "node:path";

// Next itself is the repository's own.
const root = join(import.meta.dirname, "..", "..");

const config = { turbopack: { root }, outputFileTracingRoot: root };

export default config;

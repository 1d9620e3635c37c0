import { writeFile } from "node:fs/promises";
import { format } from "prettier";
import { clientModule } from "./bundle";
import { eventDataSource } from "./event-types";

const types = await format(eventDataSource(), { parser: "typescript", printWidth: 110 });
await writeFile("lib/client/event-data.ts", types);
await writeFile("public/client/carillon.mjs", await clientModule());
console.log("Wrote lib/client/event-data.ts and public/client/carillon.mjs");

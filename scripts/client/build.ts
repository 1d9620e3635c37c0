import { writeFile } from "node:fs/promises";
import { format } from "prettier";
import { clientModule } from "./bundle";
import { clientDeclarations } from "./declarations";
import { eventDataSource } from "./event-types";

const types = await format(eventDataSource(), { parser: "typescript", printWidth: 110 });
await writeFile("lib/client/event-data.ts", types);
await writeFile("public/client/carillon.mjs", await clientModule());
await writeFile("public/client/carillon.d.mts", clientDeclarations());
console.log("Wrote lib/client/event-data.ts, public/client/carillon.mjs and its types");

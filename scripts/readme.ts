import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withConfigurationTable } from "./checks/configuration-table";
import { ROOT } from "./launch/root";

// npm run readme: writes the table of environment variables anew.
const file = join(ROOT, "README.md");
writeFileSync(file, withConfigurationTable(readFileSync(file, "utf8")));

import { examine } from "./doctor/examine";
import { parseOptions, USAGE } from "./doctor/options";
import { isHealthy, reportJson, reportText } from "./doctor/report";

// npm run doctor: what is wrong with this installation, and what to do about it.
const options = optionsOrExit();
if (options.help) {
  console.log(USAGE);
} else {
  const findings = await examine();
  console.log(options.json ? reportJson(findings) : reportText(findings));
  process.exitCode = isHealthy(findings) ? 0 : 1;
}

function optionsOrExit(): ReturnType<typeof parseOptions> {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error(`\n${USAGE}`);
    process.exit(2);
  }
}

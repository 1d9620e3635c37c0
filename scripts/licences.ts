import { byLicence, EXPLAINED, lockedPackages, unexplained } from "./checks/licences";

// npm run licences: what the installed packages ask of whoever passes the product on. Fails on terms that nobody explained.
const packages = lockedPackages();
for (const [licence, count] of byLicence(packages)) console.log(`${String(count).padStart(5)}  ${licence}`);
for (const [start, reason] of Object.entries(EXPLAINED)) console.log(`\n${start}…: ${reason}.`);
const open = unexplained(packages);
for (const line of open) console.log(`\nNOT EXPLAINED  ${line}`);
process.exitCode = open.length === 0 ? 0 : 1;

/** One line about the launcher's own doing. Standard error, so that standard output stays the app's. */
export const say = (line: string): void => void process.stderr.write(`carillon: ${line}\n`);

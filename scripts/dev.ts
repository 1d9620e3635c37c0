import { run } from "./launch/run";

// npm run dev: everything, reloading on every change.
run("development");

import { run } from "./launch/run";

// npm start: everything, built for production.
run("production");

// Preloaded into the web process and the worker: they end when their launcher does, even if it was killed and could not
// tell them. Open streams may keep a server from ending by itself, so after the grace it is ended hard. Children that
// inherit this preload have another parent and do nothing.

/* global process, setInterval, setTimeout, URL */
const launcher = Number(process.env.CARILLON_LAUNCHER_PID);
const graceMs = Number(new URL(import.meta.url).searchParams.get("graceMs"));

if (process.ppid === launcher) {
  const timer = setInterval(() => {
    if (process.ppid === launcher) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.kill(process.pid, "SIGKILL"), graceMs).unref();
  }, 250);
  timer.unref();
}

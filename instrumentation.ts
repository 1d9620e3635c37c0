/** Runs once in each web process, before its first request. */
export async function register(): Promise<void> {
  // Next compiles this file for its edge runtime as well, where the import must not exist.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { catchUp, guardAddresses, refuseEarly, takeEventsEarly } = await import("./instrumentation-node");
    refuseEarly();
    guardAddresses();
    takeEventsEarly();
    catchUp();
  }
}

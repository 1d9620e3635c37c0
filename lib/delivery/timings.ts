/** How long each part took, in milliseconds; absent where a reused connection skipped it. */
export interface Timings {
  dns?: number;
  connect?: number;
  tls?: number;
  firstByte?: number;
  total: number;
}

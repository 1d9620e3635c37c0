import { readFileSync } from "node:fs";
import type { Product } from "./product";

/** The most memory that the product's processes had at any time, in MB of resident set, as the kernel notes it. */
export class Memory {
  web = 0;
  worker = 0;

  look(product: Pick<Product, "web" | "worker">): void {
    this.web = Math.max(this.web, peakOf(product.web));
    this.worker = Math.max(this.worker, peakOf(product.worker));
  }
}

function peakOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kilobytes = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]);
  return (kilobytes * 1024) / 1e6;
}

import { Histogram, type MetricValueWithName } from "prom-client";

interface Series {
  labels: Record<string, string>;
  /** One count per bound, and one for what exceeds them all. */
  counts: number[];
  sum: number;
}

/** A histogram that is filled with whole buckets, as a database counts them, instead of single observations. */
export class DatabaseHistogram extends Histogram {
  readonly #series = new Map<string, Series>();
  readonly #bounds: readonly number[];
  readonly #name: string;
  readonly #help: string;

  constructor(configuration: { name: string; help: string; labelNames: string[]; buckets: number[] }) {
    super({ ...configuration, registers: [] });
    this.#bounds = configuration.buckets;
    this.#name = configuration.name;
    this.#help = configuration.help;
  }

  /** Adds `count` observations to the bucket with this index; `sum` is their total. */
  add(labels: Record<string, string>, bucket: number, count: number, sum: number): void {
    const key = JSON.stringify(labels);
    const series = this.#series.get(key) ?? { labels, counts: this.#emptyCounts(), sum: 0 };
    series.counts[bucket] = (series.counts[bucket] ?? 0) + count;
    series.sum += sum;
    this.#series.set(key, series);
  }

  /** What the registry writes as text. The inherited reading asks here, too. */
  async getForPromString() {
    const values = [...this.#series.values()].flatMap((series) => this.#valuesOf(series));
    return { name: this.#name, help: this.#help, type: "histogram", aggregator: "sum", values };
  }

  #valuesOf({ labels, counts, sum }: Series): MetricValueWithName<string>[] {
    let total = 0;
    const buckets = counts.map((count, index) => {
      total += count;
      const le = this.#bounds[index] ?? "+Inf";
      return { metricName: `${this.#name}_bucket`, labels: { ...labels, le }, value: total };
    });
    return [
      ...buckets,
      { metricName: `${this.#name}_sum`, labels, value: sum },
      { metricName: `${this.#name}_count`, labels, value: total },
    ];
  }

  #emptyCounts(): number[] {
    return Array.from({ length: this.#bounds.length + 1 }, () => 0);
  }
}

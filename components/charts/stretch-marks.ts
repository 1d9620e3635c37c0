import type { LegendEntry } from "./legend";
import type { ChartMark } from "./marks";
import { stretchHref, stretchTitles, type StretchLink, type Stretches } from "./series";

interface StretchMarksOptions<Value> {
  legend: readonly LegendEntry[];
  /** What is said of a value; null where there is nothing to say. */
  text: (value: Value) => string | null;
  link: StretchLink | undefined;
  timeZone: string;
}

/**
 * One mark for each stretch of time: when it was, what there was, where it leads.
 * @param values of each stretch in the order of the legend
 */
export function stretchMarks<Value>(
  time: Stretches,
  values: readonly (readonly Value[])[],
  { legend, text, link, timeZone }: StretchMarksOptions<Value>,
): ChartMark[] {
  const titles = stretchTitles(time, values.length, timeZone);
  return values.map((each, index) => ({
    title: titles[index] ?? "",
    rows: legend.flatMap((entry, series) => {
      const value = each[series];
      const said = value === undefined ? null : text(value);
      return said === null ? [] : [{ entry, text: said }];
    }),
    href: link && stretchHref(time, index, link),
  }));
}

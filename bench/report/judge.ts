import type { Row, Target } from "../measure";
import { figureOf, ratios, type Figure } from "../stats";

/** A row with what follows from its values. */
export interface Judged extends Row {
  /** The load average when its measure began. */
  load: number;
  productFigure: Figure;
  referenceFigure: Figure | null;
  ratioFigure: Figure | null;
  reached: boolean;
}

/** Works out the figures of a row and whether it reaches its target. */
export function judge(row: Row, load: number): Judged {
  const productFigure = figureOf(row.product);
  const { reference } = row;
  const ratioFigure = reference ? figureOf(ratios(row.product, reference.values)) : null;
  return {
    ...row,
    load,
    productFigure,
    referenceFigure: reference ? figureOf(reference.values) : null,
    ratioFigure,
    reached: reaches((ratioFigure ?? productFigure).median, row.target),
  };
}

const reaches = (value: number, target: Target): boolean =>
  "atLeast" in target ? value >= target.atLeast : value <= target.atMost;

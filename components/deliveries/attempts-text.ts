/** "2 of 6"; beyond the automatic schedule just the number, since manual tries have no end. */
export const attemptsText = (count: number, max: number): string =>
  count <= max ? `${count} of ${max}` : `${count}`;

/** The middle of several measurements. */

/** The median; of an even number of values the lower one of the two in the middle. */
export const median = (values: ReadonlyArray<number>): number => {
  const middle = values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) / 2)]
  if (middle === undefined) throw new Error("There is no median of nothing: at least one run is needed.")
  return middle
}

/** Rounded to three digits that count, and never to less than whole thousands ask for. */
export const rounded = (value: number): number =>
  value >= 1000 ? Math.round(value) : Number(value.toPrecision(3))

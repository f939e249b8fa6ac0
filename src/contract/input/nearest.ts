/** The name that was meant: the nearest of those that there are. */

const bare = (name: string): string => name.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase()

/** How many letters have to be changed, added, left out or exchanged with their neighbor. */
const distance = (one: string, other: string): number => {
  const rows = [Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let at = 1; at <= one.length; at++) {
    const row = [at]
    for (let to = 1; to <= other.length; to++) {
      const cost = one[at - 1] === other[to - 1] ? 0 : 1
      const exchanged = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]
      row[to] = Math.min(
        (rows[at - 1]?.[to] ?? 0) + 1,
        (row[to - 1] ?? 0) + 1,
        (rows[at - 1]?.[to - 1] ?? 0) + cost,
        exchanged ? (rows[at - 2]?.[to - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
      )
    }
    rows.push(row)
  }
  return rows[one.length]?.[other.length] ?? 0
}

const longest = 64

/** The nearest of the known names; `undefined` where none is near. Case and punctuation do not count: `external_id` is `externalId`. */
export const nearest = (name: string, known: ReadonlyArray<string>): string | undefined => {
  const meant = bare(name)
  if (meant === "" || meant.length > longest) return undefined
  const most = Math.max(1, Math.floor(meant.length / 3))
  const [best] = known
    .map((one) => ({ one, away: distance(meant, bare(one)) }))
    .filter(({ away }) => away <= most && away < meant.length)
    .toSorted((left, right) => left.away - right.away)
  return best?.one
}

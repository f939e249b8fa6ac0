/** Broken laws, grouped by cause: one mistake is one entry, however many instances show it. */

/** What must hold. */
export type Law =
  | "recognize(forge(f)) = f"
  | "decode(encode(f)) = f"
  | "the tag belongs to the vendor"
  | "it says what to do"
  | "it says whom it holds back"
  | "the catalogue is whole"
  | "the contract holds"
  | "every failure is declared"
  | "its notes are sentences with a source"
  | "a doubt is settled by a read of the same vendor"

/** One instance of a broken law. */
export interface Found {
  readonly law: Law
  /** Tag of the failure or the operation. */
  readonly where: string
  readonly found: string
  readonly cure: string
}

/** A broken law: where, how often, an example, and what cures it. */
export interface Breach {
  readonly law: Law
  /** Tags of the failures or operations. */
  readonly where: ReadonlyArray<string>
  readonly times: number
  /** The first instance that broke it. */
  readonly found: string
  readonly cure: string
}

/** Groups instances by law and cure. */
export const breaches = (all: ReadonlyArray<Found>): ReadonlyArray<Breach> => {
  const groups = new Map<string, ReadonlyArray<Found>>()
  for (const one of all) {
    const key = `${one.law}\n${one.cure}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { cure, found, law } = first
    return [{ law, where: [...new Set(group.map(({ where }) => where))], times: group.length, found, cure }]
  })
}

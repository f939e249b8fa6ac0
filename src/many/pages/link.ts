/** The `Link` header of a page, as RFC 8288 has it: targets in angle brackets, each with parameters, whose values may be quoted. */

// From where reading stands on: the next target, a parameter of it, the begin of another one.
const target = /[\s,]*<([^<>]*)>/y
const parameter = /\s*;\s*([^\s=;,"<]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?/y
const begin = /</g

/** Reads with a pattern from a place on. */
const readAt = (pattern: RegExp, header: string, place: number): RegExpExecArray | null => {
  pattern.lastIndex = place
  return pattern.exec(header)
}

interface Link {
  readonly address: string
  /** The relation types, in lower case. */
  readonly rels: ReadonlyArray<string>
}

/** The links of a header; what cannot be read of it is skipped. */
const linksIn = (header: string): ReadonlyArray<Link> => {
  const links: Array<Link> = []
  let place = 0
  while (place < header.length) {
    const found = readAt(target, header, place)
    if (found === null) {
      const next = readAt(begin, header, place + 1)
      if (next === null) break
      place = next.index
      continue
    }
    place += found[0].length
    let rel: string | undefined
    for (let one = readAt(parameter, header, place); one !== null; one = readAt(parameter, header, place)) {
      place += one[0].length
      // Only the first counts.
      if (one[1]?.toLowerCase() === "rel") rel ??= one[2] ?? one[3] ?? ""
    }
    links.push({ address: found[1] ?? "", rels: (rel ?? "").toLowerCase().split(/\s+/) })
  }
  return links
}

/**
 * The parameter `name` of the next page's address in a `Link` header; `undefined` where there is none, or an empty one. The address
 * may be relative or malformed but for it.
 */
export const cursorInLink = (link: string | undefined, name: string = "cursor"): string | undefined => {
  for (const { address, rels } of linksIn(link ?? "")) {
    if (!rels.includes("next")) continue
    const query = address.split("#")[0]?.split("?").slice(1).join("?")
    const cursor = new URLSearchParams(query).get(name)
    if (cursor !== null && cursor !== "") return cursor
  }
  return undefined
}

/** The vendors' regular expressions, some of which are Java's. */

/** Classes within classes, which only Java has. */
const nested: ReadonlyArray<readonly [string, string]> = [
  [
    "[[^[\\p{Cntrl}\\s]] ]",
    "[^\\p{Cc}\\t-\\r\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]"
  ],
  ["[^[\\p{Cntrl}\\s]]", "[^\\p{Cc}\\s]"]
]

/** As JavaScript reads it. */
export const patternOf = (source: string): RegExp => {
  const plain = nested.reduce((text, [java, ours]) => text.replaceAll(java, ours), source)
  return new RegExp(plain, plain.includes("\\p{") ? "u" : "")
}

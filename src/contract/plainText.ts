/** The words of a page: what a gateway or a login page says is worth more than its markup. */

// A text is cut to this before any expression looks at it.
const longest = 16_384

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  "#39": "'",
  nbsp: " "
}

/** Leaves out scripts and styles, of which nobody reads a word. */
const withoutBlocks = (text: string): string => {
  const lower = text.toLowerCase()
  const parts: Array<string> = []
  let from = 0
  for (const { 1: name = "", index } of lower.matchAll(/<(script|style|svg)\b/g)) {
    if (index < from) continue
    parts.push(text.slice(from, index))
    const end = lower.indexOf(`</${name}`, index)
    if (end < 0) return parts.join(" ")
    from = end
  }
  return [...parts, text.slice(from)].join(" ")
}

/** Whether a text is markup: HTML or XML. */
export const isMarkup = (text: string): boolean => /^\s{0,1000}<[!?a-z]/i.test(text)

/** A text without its markup; any other text, and a page without words, as it is. What stands for a secret is no tag. */
export const plainText = (text: string): string => {
  if (!isMarkup(text)) return text
  const words = withoutBlocks(text.slice(0, longest))
    .replace(/<(?!redacted>)[^<>]*(?:>|$)/g, " ")
    .replace(/&([a-z]{2,4}|#39);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, " ")
    .trim()
  return words === "" ? text : words
}

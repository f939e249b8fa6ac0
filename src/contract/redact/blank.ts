/** Blanks secrets in a text. */
import { redacted } from "./names.ts"

type Span = readonly [from: number, to: number]

/** Where the secrets stand in a text, in order. Nothing is made for a text without one, as nearly all are. */
const spansIn = (secrets: ReadonlyArray<RegExp>, text: string): ReadonlyArray<Span> | undefined => {
  let spans: Array<Span> | undefined
  for (const secret of secrets) {
    secret.lastIndex = 0
    for (let found = secret.exec(text); found !== null; found = secret.exec(text))
      (spans ??= []).push([found.index, found.index + found[0].length])
  }
  return spans?.toSorted(([one], [other]) => one - other)
}

/** The text without secrets. All are looked for in the text as it came, so that none is found in what stands for another. */
export const blank = (secrets: ReadonlyArray<RegExp>, text: string): string => {
  const spans = spansIn(secrets, text)
  if (spans === undefined) return text
  let [shown, at] = ["", 0]
  for (const [from, to] of spans) {
    // A secret that is a part of another has been blanked with it.
    if (from >= at) shown += text.slice(at, from) + redacted
    at = Math.max(at, to)
  }
  return shown + text.slice(at)
}

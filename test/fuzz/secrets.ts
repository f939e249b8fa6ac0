/** Credentials that are hard to keep out of sight, and every spelling in which one could be seen. */
import type { Chance } from "../../src/testing/simulator/chance.ts"
import type { Credentials } from "../vendors/all.ts"

// Words that vendors' answers are recognized by: blanking them too early would change what an answer means.
const words = ["success", "message", "errors", "error", "true", "data", "code", "e", "400", "Error", "type"]

/** A credential of usual length, with characters that JSON, URLs and shells spell in more than one way. */
const unlikely = (chance: Chance): string =>
  `${chance.text(6)}/${chance.text(3)}"${chance.text(3)}\\${chance.text(2)}&${chance.text(2)}+=${chance.text(4)}`

/** Credentials for one case; `plain` are others, which no answer has a word of. */
export const credentialsOf = (
  chance: Chance
): { readonly given: Credentials; readonly plain: Credentials } => {
  const plain = { key: unlikely(chance), word: unlikely(chance) }
  const word = () => words[chance.integer(0, words.length - 1)]!
  return chance.next() < 0.3 ? { given: { key: word(), word: word() }, plain } : { given: plain, plain }
}

const codes = (text: string): string =>
  Array.from(
    { length: text.length },
    (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, "0")}`
  ).join("")

/** How a server may write a secret into an answer. */
export const spellings = (secret: string): ReadonlyArray<string> => {
  const json = JSON.stringify(secret).slice(1, -1)
  const base64 = Buffer.from(secret).toString("base64")
  return [
    json,
    json.replaceAll("/", "\\/"),
    codes(secret),
    encodeURIComponent(secret),
    new URLSearchParams([["", secret]]).toString().slice(1),
    base64,
    base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")
  ]
}

// Shorter ones are words of answers, or parts of words.
const longEnough = 12

/** What of the secrets can be read in a text that is shown, whatever it was spelled like. */
export const leaked = ({ key, word }: Credentials, shown: string): ReadonlyArray<string> =>
  [key, word]
    .filter(({ length }) => length >= longEnough)
    .flatMap((secret) => [secret, ...spellings(secret)].filter((spelling) => shown.includes(spelling)))

/** What is wrong with a credential or setting, in words that never show it. */
import * as Redacted from "effect/Redacted"

/** What a layer is given: a secret, or a text that is none. */
export type Given = string | Redacted.Redacted

/** The text as it is sent: without the line end that a file or a shell leaves behind. */
export const sentOf = (given: Given): string =>
  (typeof given === "string" ? given : Redacted.value(given)).replace(/[\r\n]+$/, "")

const copied = "Copy it anew, from its source into its place."

const foreign = (text: string, pattern: RegExp, what: string): string | undefined => {
  const at = text.search(pattern)
  return at < 0 ? undefined : `It has ${what} (character ${at + 1} of ${text.length}). ${copied}`
}

const empty = "It must not be empty: give it, or set the environment variable that it comes from."

/** What is wrong with a password, which may have any printable characters. */
export const passwordProblem = (given: Given): string | undefined => {
  const text = sentOf(given)
  if (text.trim() === "") return empty
  return (
    foreign(text, /\p{Cc}/u, "a line break or another control character") ??
    foreign(text, /\p{Cf}|\p{Cs}/u, "an invisible character")
  )
}

/** What is wrong with a key, a token or an id: printable ASCII without spaces. */
export const keyProblem = (given: Given): string | undefined =>
  passwordProblem(given) ??
  foreign(sentOf(given), /\s/u, "a space") ??
  foreign(
    sentOf(given),
    /[^\x21-\x7e]/u,
    "a character that is not ASCII, such as a typographic dash or quote"
  )

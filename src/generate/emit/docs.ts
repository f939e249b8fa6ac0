/** The comments above operations, made of facts: what it does, its path, whether it may be repeated, and what else is known of it. */
import type { Described } from "../description.ts"
import { actOf } from "./acts.ts"
import type { Kit } from "./kit.ts"
import { ruleTexts } from "./ruleTexts.ts"

/** A text as a sentence. A name at its beginning stays as it is spelled. */
const sentence = (text: string): string => {
  const first = /^[a-z]+(?![\w.]*[A-Z_.\d])/.test(text) ? text.charAt(0).toUpperCase() : text.charAt(0)
  return `${first}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`
}

/** Facts that say what a caller must know, by what they are of. */
const kinds: Readonly<Record<string, string>> = {
  rule: "",
  limit: "",
  transfer: "",
  retention: "Kept for ",
  module: "Needs the module ",
  sideEffect: "",
  beta: "Beta: ",
  dedup: "Repeats are known by ",
  failure: "",
  answer: "Answers with ",
  partial: "",
  lifetime: "Lives for "
}

const knownOf = ({ facts }: Described): ReadonlyArray<string> =>
  facts.flatMap(({ fact, kind, source }) => {
    const before = kinds[kind]
    if (before === undefined || fact === "true" || /^no (failure|4XX) declared/.test(fact)) return []
    const doubt = source.includes("not documented") ? ` (${source})` : ""
    return [sentence(`${before}${fact}${doubt}`)]
  })

/** Text in lines of that length. */
const wrapped = (text: string, width: number): ReadonlyArray<string> => {
  const lines: Array<string> = [""]
  for (const word of text.split(" ")) {
    const last = lines.at(-1) ?? ""
    if (last !== "" && last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`
  }
  return lines
}

/** A comment of documentation. It ends where it should: what is in it cannot close it. */
export const comment = (text: string): string => {
  const safe = text.replaceAll(/\s+/g, " ").replaceAll("*/", "*\\/")
  if (safe.length <= 132) return `/** ${safe} */`
  return ["/**", ...wrapped(safe, 126).map((line) => ` * ${line}`), " */"].join("\n")
}

/** What a repeat does, where that is worth a word. */
const repeatOf = ({ byInput, idempotent, method, reads, version, why }: Described): string => {
  if (method === "GET" || reads === true) return ""
  if (version !== undefined) return "Takes its present `version`: when in doubt, read it again."
  if (byInput === true) return `Idempotent or not by its input: ${why}.`
  return `${idempotent ? "Idempotent" : "Not idempotent"}: ${why}.`
}

/** The comment above an operation. */
export const docOf = (operation: Described, kit: Pick<Kit, "makers" | "names" | "rename">): string => {
  const { deprecated, method, needs = [], path, permission } = operation
  // What the maker's name says already.
  const isMade = kit.makers[needs.join()] !== undefined
  const paged = operation.paging === undefined ? "" : "; `.stream` reads all pages"
  return comment(
    [
      `${actOf(operation.name)}${paged}: \`${method} ${path}\`.`,
      repeatOf(operation),
      permission === undefined ? "" : `Needs the permission \`${permission}\`.`,
      isMade || needs.length === 0 ? "" : `Needs \`${needs.join("`, `")}\`.`,
      ...ruleTexts(operation, kit),
      ...knownOf(operation),
      deprecated === undefined ? "" : `@deprecated ${deprecated}.`
    ]
      .filter((part) => part !== "")
      .join(" ")
  )
}

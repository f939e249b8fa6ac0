/** The comments above operations, made of facts: what it does, its path, whether it may be repeated, and what else is known of it. */
import type { Described } from "../description.ts"

const verbs: Readonly<Record<string, string>> = {
  get: "Gets",
  list: "Lists",
  create: "Creates",
  update: "Updates",
  delete: "Deletes",
  replace: "Replaces",
  add: "Adds",
  remove: "Removes",
  query: "Queries"
}

/** `DebitLineItems` in words: `debit line items`. Abbreviations stay as they are. */
const wordsOf = (name: string): string =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(" ")
    .map((word) => (/^[A-Z]{2,}/.test(word) ? word : word.toLowerCase()))
    .join(" ")

const article = (noun: string): string => (/^[aeiou]/i.test(noun) ? "an " : "a ")

/** What an operation does, from its name: `Creates a debit line item`. */
const actOf = (name: string): string => {
  const [, first = name, rest = ""] = /^([a-z]+)(.*)$/.exec(name) ?? []
  const verb = Object.hasOwn(verbs, first) ? verbs[first] : undefined
  const noun = wordsOf(rest)
  if (verb === undefined)
    return wordsOf(name.charAt(0).toUpperCase() + name.slice(1)).replace(/^./, (c) => c.toUpperCase())
  const isOne =
    /(ss|us)$|[^s]$/.test(noun) && !/\b(data|usage|my|me|by|for|of|from|to)\b/.test(noun) && first !== "list"
  return `${verb} ${isOne ? article(noun) : ""}${noun}`
}

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`

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

/** The comment above an operation. */
export const docOf = (operation: Described): string => {
  const { deprecated, idempotent, method, needs = [], path, permission, version, why } = operation
  const paged = operation.paging === undefined ? "" : ", a page at a time, or with `.stream` all of them"
  const repeat =
    method === "GET" || why === "read by POST"
      ? ""
      : version === undefined
        ? `${idempotent ? "Idempotent" : "Not idempotent"}: ${why}.`
        : "Takes its present `version`: when in doubt, read it again."
  return comment(
    [
      `${actOf(operation.name)}${paged}: \`${method} ${path}\`.`,
      repeat,
      permission === undefined ? "" : `Needs the permission \`${permission}\`.`,
      needs.length === 0 ? "" : `Needs \`${needs.join("`, `")}\`.`,
      ...knownOf(operation),
      deprecated === undefined ? "" : `@deprecated ${deprecated}.`
    ]
      .filter((part) => part !== "")
      .join(" ")
  )
}

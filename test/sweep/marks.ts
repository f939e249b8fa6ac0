/** Marked inputs and answers: a text that stands for a person, or for a secret, in every field that may hold one. */
import { Schema } from "effect"
import { forge, signaturesOf } from "../../src/contract/Catalogue.ts"
import { compile, type Contract } from "../../src/contract/compile.ts"
import type { AnyCall } from "../../src/contract/Operation.ts"
import { hidingOf } from "../../src/contract/privacy.ts"
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import { own } from "../fuzz/inputs.ts"
import type { Credentials, Tested } from "../vendors/all.ts"

/** The credentials of every layer. */
export const secrets: Credentials = { key: "Marked-Secret-Key-4711", word: "Marked-Secret-Word-4712" }
/** A secret that an answer hands out under a secret's name. */
const handedOut = "Marked-Secret-Answer-4713"
/** Stands in every personal field of an input, and is quoted by answers. */
const given = "Marked-Person-4714"
/** Stands in personal fields of answers alone. */
const answered = "Marked-Person-4715"

const spelled = (mark: string): ReadonlyArray<string> => [
  mark,
  encodeURIComponent(mark),
  Buffer.from(mark).toString("base64").replace(/=+$/, "")
]

/** What must be seen nowhere. */
export const marks: ReadonlyArray<string> = [secrets.key, secrets.word, handedOut, given, answered].flatMap(
  spelled
)

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype

const hidingIn = ({ spec, vendor: { dialect } }: Contract) =>
  hidingOf({ personal: [], ...dialect.privacy }, spec.personal)

/** Fields of which only what a pattern finds is personal, each with a text that the pattern finds. */
const partly: Readonly<Record<string, string>> = {
  filter: `userName eq "${given}"`,
  filters: `like(name,"${given}")`
}

/** The value with each of its texts replaced that `into` has another one for, where the whole still fits. */
const replaced = (
  value: unknown,
  into: (name: string, under: boolean) => ReadonlyArray<string>,
  hides: (name: string) => boolean,
  fits: (value: unknown) => boolean
): unknown => {
  const visit = (inner: unknown, name: string, under: boolean, put: (value: unknown) => unknown): unknown => {
    if (typeof inner === "string") return into(name, under).find((text) => fits(put(text))) ?? inner
    if (Array.isArray(inner)) {
      const list: Array<unknown> = [...inner]
      for (const [index, item] of inner.entries())
        list[index] = visit(item, name, under, (next) => put(list.with(index, next)))
      return list
    }
    if (!isFields(inner)) return inner
    const fields: Record<string, unknown> = { ...inner }
    for (const [key, one] of Object.entries(inner))
      fields[key] = visit(one, key, under || hides(key), (next) => put({ ...fields, [key]: next }))
    return fields
  }
  return visit(value, "", false, (next) => next)
}

/** Inputs of an operation with the mark in each personal field that takes a text. */
export const inputsOf = ({ vendor }: Tested, operation: AnyCall): ReadonlyArray<unknown> => {
  const contract = compile(vendor, operation)
  const { hides } = hidingIn(contract)
  // as: the schema of an input needs no services.
  const fits = Schema.is(operation.spec.input as unknown as Schema.Codec<unknown, unknown>)
  const into = (name: string, under: boolean) =>
    under ? [given, `${given}@example.com`] : name in partly ? [partly[name] ?? ""] : []
  const samples = own(operation).slice(0, 6)
  return samples.length === 0 ? [{}] : samples.map((input) => replaced(input, into, hides, fits))
}

const jsonOf = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? 0 : one)) ?? ""

/** What an answer quotes: what it was sent, and the credentials. */
const quoting = ({ secrets: own }: Tested, input: unknown): string =>
  [...(jsonOf(input).includes(given) ? [given] : []), ...own].join(" or ")

/** A body with the marks in the vendor's personal and secret fields, and quoted in each of its texts. */
const marked = ({ vendor }: Tested, body: unknown, quoted: string, asList: boolean): unknown => {
  const { personal = [], secrets: hidden = [] } = vendor.dialect.privacy ?? {}
  const words = new Set(vendor.dialect.messageAt.map((path) => path.replace(/\..*/, "")))
  const names = personal.filter((name) => !words.has(name))
  const planted = {
    ...Object.fromEntries(names.map((name) => [name, asList ? [answered] : answered])),
    ...Object.fromEntries([...hidden, "password", "access_token"].map((name) => [name, handedOut]))
  }
  const quote = (inner: unknown): unknown => {
    if (typeof inner === "string" && /\s/.test(inner)) return `${inner} ${quoted}`
    if (Array.isArray(inner)) return inner.map(quote)
    return isFields(inner) ? Object.fromEntries(Object.entries(inner).map(([k, v]) => [k, quote(v)])) : inner
  }
  const whole = quote(body)
  return isFields(whole) ? { ...planted, ...whole, odd: [planted, quoted] } : whole
}

const headersWith = ({ secrets: own }: Tested, { headers }: Wire): Record<string, string> => ({
  ...headers,
  "x-echo": own.join(" ")
})

/** The answers that an operation is given: each of its failures in each of its forms, and what nobody documents. */
const answersTo = (tested: Tested, operation: AnyCall, input: unknown): ReadonlyArray<Wire> => {
  const quoted = quoting(tested, input)
  const { failures } = compile(tested.vendor, operation)
  const forged = failures.flatMap((failure) =>
    signaturesOf(failure).map((_, signature) => forge(failure, {}, { signature }))
  )
  const documented = forged.map((wire, index) =>
    wire.body === undefined
      ? make(wire.status, headersWith(tested, wire), `${wire.text} ${quoted}`)
      : fromJson(wire.status, headersWith(tested, wire), marked(tested, wire.body, quoted, index % 2 === 1))
  )
  const odd = marked(tested, { message: `no ${quoted}` }, quoted, false)
  return [
    ...documented,
    make(418, {}, `<html><p>no such user: ${quoted}</p></html>`),
    fromJson(418, {}, odd),
    fromJson(500, {}, odd),
    make(200, {}, `<html>${quoted}</html>`),
    fromJson(200, {}, odd),
    fromJson(200, {}, { data: odd, errors: quoted })
  ]
}

/** Each answer, with an input in turn. */
export const exchangesOf = (
  tested: Tested,
  operation: AnyCall
): ReadonlyArray<readonly [input: unknown, answer: Wire]> => {
  const inputs = inputsOf(tested, operation).map(
    (input) => [input, answersTo(tested, operation, input)] as const
  )
  return (inputs[0]?.[1] ?? []).flatMap((_, index) => {
    const [input, answers] = inputs[index % inputs.length] ?? []
    const answer = answers?.[index]
    return answer === undefined ? [] : [[input, answer] as const]
  })
}

/** Inputs that are refused for what stands in their personal fields. */
export const refusedOf = (tested: Tested, operation: AnyCall): ReadonlyArray<unknown> => {
  const [first] = inputsOf(tested, operation)
  const names = tested.vendor.dialect.privacy?.personal ?? []
  const odd = { deep: [given], password: secrets.key }
  return [{ ...(isFields(first) ? first : {}), ...Object.fromEntries(names.map((name) => [name, odd])) }]
}

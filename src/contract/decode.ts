/** Reading the output of an operation from its answer: exactly, else as far as it goes. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type * as SchemaAST from "effect/SchemaAST"
import * as SchemaIssue from "effect/SchemaIssue"
import { converterOf, converting } from "./convert.ts"
import { invalid, missing } from "./convert/converter.ts"
import { Notes } from "./convert/notes.ts"
import type { AnySpec } from "./operation/facts.ts"
import { plainCodec } from "./plainCodec.ts"
import type { Vendor } from "./Vendor.ts"
import { excerpt, isRecord } from "./Wire.ts"

/** An output that was read as far as it goes, and the dotted paths of what did not fit and was left out. */
export class Salvaged {
  readonly value: unknown
  readonly leftOut: ReadonlyArray<string>
  constructor(value: unknown, leftOut: ReadonlyArray<string>) {
    this.value = value
    this.leftOut = leftOut
  }
}

/** The ways of an operation to read its answers. */
export interface Decoder {
  /** The output, or what is wrong with the answer: a sentence, which is long to make. */
  readonly decode: (value: unknown) => Result.Result<unknown, () => string>
  /** The output without what does not fit; `undefined` where it lacks what must be there. */
  readonly salvage: (value: unknown) => Salvaged | undefined
  /** Whether a body has any field that the vendor documents for this answer or for all; `undefined` where any body would do. */
  readonly resembles: (body: unknown) => boolean | undefined
}

const tooDeep = () => "it is nested too deeply to be read"

/** A very deep value exhausts the stack of whatever walks through it. */
const guarded = <A>(use: () => A, otherwise: A): A => {
  try {
    return use()
  } catch {
    return otherwise
  }
}

const most = 3

/** Where the answer differs, and how. Of an answer with secrets, where alone: the words could show one. */
const sentenceOf = (issue: SchemaIssue.Issue, secret: boolean): string => {
  const found = SchemaIssue.makeFormatterStandardSchemaV1()(issue).issues.map(({ message, path = [] }) => {
    const place = path.map((key) => String(typeof key === "object" ? key.key : key)).join(".")
    return [place, secret ? "not in its documented form" : message].filter((part) => part !== "").join(": ")
  })
  const more = found.length > most ? [`and ${found.length - most} more`] : []
  return excerpt([...found.slice(0, most).map((one) => excerpt(one, 200)), ...more].join("; "))
}

interface Names {
  readonly fields: Set<string>
  /** It may be a list. */
  list: boolean
  /** It may be anything. */
  open: boolean
}

const collect = (ast: SchemaAST.AST, names: Names): void => {
  for (const { to } of ast.encoding ?? []) if (to._tag !== "Unknown") collect(to, names)
  if (ast._tag === "Objects") {
    for (const { name } of ast.propertySignatures) names.fields.add(String(name))
    if (ast.indexSignatures.length > 0 || ast.propertySignatures.length === 0) names.open = true
  } else if (ast._tag === "Union") for (const member of ast.types) collect(member, names)
  else if (ast._tag === "Arrays") names.list = true
  else if (ast._tag !== "Null" && ast._tag !== "Undefined") names.open = true
}

const resembling = (
  { dialect }: Pick<Vendor, "dialect">,
  { answer = "json", from, output }: AnySpec
): Decoder["resembles"] => {
  let known: Names | undefined
  const make = (): Names => {
    const frame = Object.keys(dialect.frame({ status: 200, vendorMessage: "" }) ?? {})
    const names: Names = {
      fields: new Set(frame),
      list: false,
      open: answer !== "json" || from === "response"
    }
    if (from === undefined) collect(output.ast, names)
    else names.fields.add(from)
    return names
  }
  return (body) => {
    const { fields, list, open } = (known ??= make())
    if (open) return undefined
    if (Array.isArray(body)) return list
    if (!isRecord(body)) return false
    for (const name in body) if (fields.has(name)) return true
    return false
  }
}

/** How the answers of an operation are read. */
export const decoderOf = (vendor: Pick<Vendor, "dialect">, spec: AnySpec): Decoder => {
  const { output, secrets = [] } = spec
  const parse = Schema.decodeUnknownResult(plainCodec(output), { errors: "all" })
  const slowly = (value: unknown): Result.Result<unknown, () => string> =>
    guarded(
      () =>
        Result.mapError(
          parse(value),
          ({ issue }) =>
            () =>
              sentenceOf(issue, secrets.length > 0)
        ),
      Result.fail(tooDeep)
    )
  return {
    decode: converting(() => converterOf(output.ast, { strict: false }), slowly),
    salvage: (value) => {
      const notes = new Notes()
      const read = guarded(() => converterOf(output.ast, { strict: false, notes })(value), invalid)
      return read === invalid || read === missing ? undefined : new Salvaged(read, notes.left)
    },
    resembles: resembling(vendor, spec)
  }
}

/** What collected facts leave to be known of a vendor, as data: words for types, files, rules, and what is left out. */
import type { Node, Rule } from "../../../../src/generate/description.ts"
import type { Vocabulary } from "./shorthand.ts"

/** What belongs to one operation alone, by its name. */
export interface Special {
  /** Types of its fields, of the input or of the answer, instead of those that were collected. */
  readonly types?: Readonly<Record<string, string | Node>>
  readonly rules?: ReadonlyArray<Rule>
  /** Fields of the input that must be there, besides those that were collected as such. */
  readonly required?: ReadonlyArray<string>
  /** Fields of its answer that hold secrets, and would not elsewhere. */
  readonly secrets?: ReadonlyArray<string>
  /** Fields of the input that are left out, each with the reason. */
  readonly without?: Readonly<Record<string, string>>
  /** Sentences for whoever calls it. */
  readonly notes?: ReadonlyArray<string>
  /** When it is idempotent, where that depends on the input. */
  readonly byInput?: string
  /** Why it is not idempotent, where the facts only presume that it is. */
  readonly doubt?: string
}

/** A vendor whose operations were collected without a document of the vendor's. */
export interface Collection {
  readonly title: string
  readonly vocabulary: Vocabulary
  /** The file of an operation: by the longest part of its path that is here. */
  readonly resources: ReadonlyArray<readonly [part: string, resource: string]>
  /** Where an operation is documented, by its file. */
  readonly see: Readonly<Record<string, string>>
  /** The host of all of them. */
  readonly host: string
  /** Schemas that are written by hand, each with a value. */
  readonly schemas: Readonly<Record<string, Node>>
  readonly operations: Readonly<Record<string, Special>>
  /** Fields of answers that hold secrets. */
  readonly secrets: ReadonlyArray<string>
  /** Why an operation is left out; nothing where it is taken. `verified` is what was collected under that name. */
  readonly leftOut: (verified: boolean | string) => string | undefined
  /** The field of an answer that holds what was asked for, where there is one. */
  readonly envelope?: string
  /** Fields of answers that are the same in all of them. */
  readonly answers?: Readonly<Record<string, string | Node>>
  /** What an answer holds of which nothing is documented. */
  readonly silence?: Node
}

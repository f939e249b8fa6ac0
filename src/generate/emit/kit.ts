/** What the operations of a vendor are written with: the parts that its hand-written ones are made of, as code. */
import type { Described, Node, Paging } from "../description.ts"

/** How one vendor's operations are written. */
export interface Kit {
  /** As texts have it. */
  readonly title: string
  /** Files that are cut, by the first words of the path below the object: each part with its words; the first part takes the rest. */
  readonly parts: Readonly<Record<string, Readonly<Record<string, ReadonlyArray<string>>>>>
  /** What makes an operation that needs these settings, where the vendor has a maker for them. */
  readonly makers: Readonly<Record<string, string>>
  /** What most operations have, so that they need not say it. */
  readonly host: string
  readonly quota: string
  /** A field of an answer. */
  readonly field: (code: string) => string
  /** Fields of answers that the vendor guarantees, where its document requires them. */
  readonly guaranteed: ReadonlyArray<string> | "as described"
  /** The output of an operation. */
  readonly output: (code: string) => string
  /** A list that is the output. */
  readonly list?: (item: string) => string
  /** The fields of a page. */
  readonly page: (item: string) => string
  /** A map from names to whatever the vendor sends. */
  readonly map: string
  /** Input fields that stand for themselves, when all of them are there. */
  readonly inputs?: { readonly names: ReadonlyArray<string>; readonly code: string; readonly keys: string }
  /** The name of a field in code, from that on the wire. Default: in camel case. */
  readonly rename?: (name: string) => string
  /** Objects that take fields of any name are written as such. */
  readonly open?: true
  /** How a list is read on, where the vendor has no parts for it: the code, from that of its page. */
  readonly paged?: (page: string, operation: Described) => string
  /** What makes operations says where they are documented. */
  readonly isSeen?: true
  /** Where operations are documented. Default: by their titles in the vendor's document. */
  readonly see?: string
  /** Notes of an operation that reads one thing, and of one that lists. */
  readonly notes?: { readonly read: string; readonly list: string }
  /** Lists that are written, each item by itself, are written in halves where they are too large. */
  readonly halvesLists?: true
  /** Names that come from files of the vendor: relative to its folder. */
  readonly imports: Readonly<Record<string, string>>
  /** Fields whose names on the wire are not ours. */
  readonly names: Readonly<Record<string, string>>
  /** Names are camelCase here and snake_case on the wire. */
  readonly isSnake?: true
  /** Schemas that are written by hand, as code. */
  readonly written?: Readonly<Record<string, string>>
  /** A text that is not empty. */
  readonly filled?: string
  /** What makes an answer of its fields, and adds what all answers have. */
  readonly answer?: string
  /** Whether a field of an answer that the vendor's pages have as required is there for certain, by its schema. */
  readonly isSure?: (schema: Node) => boolean
  /** An input that the vendor's own code has ready as a whole. */
  readonly wholeInput?: (operation: Described) => string | undefined
  /** An output that it has ready, and whether it takes the whole answer and not what stands in a field of it. */
  readonly wholeOutput?: (
    operation: Described
  ) => { readonly code: string; readonly isAll?: true } | undefined
  /** An input that is sent as a body. */
  readonly body?: (code: string, operation: Described) => string
  /** A quota class as code, where it is no name. */
  readonly quotas?: Readonly<Record<string, string>>
  /** Facts of single operations that are code, by the names of the operation and of the fact. */
  readonly facts?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What makes a list of the operation that reads one page, as code for its `pipe`. */
  readonly piped?: (paging: Paging) => string
  /** What makes the fact `settles`, of the read and of names: those in its path, or the unique field first. */
  readonly settles?: { readonly byVersion: string; readonly byCode: string }
  /** Fields of answers that come together and that the vendor's own code has ready: each as it would be written out. */
  readonly groups?: ReadonlyArray<{ readonly code: string; readonly fields: ReadonlyArray<string> }>
}

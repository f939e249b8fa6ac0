/**
 * What a caller's editor knows of a vendor's operations: the types of their inputs and answers, and the words that a hover shows over
 * each field. They are asked of the compiler, so the words have one source: the comment above the field, wherever it is written.
 */
import { resolve } from "node:path"
import { API, type Checker, SignatureKind, type Type, type TypeReference } from "typescript/unstable/sync"

/** A type, as far as a page of fields needs it. */
export interface Typed {
  /** What an editor shows for the type: `Duration`, `Moment`. */
  readonly text: string
  /** The name of its interface, where it has one. */
  readonly name: string | undefined
  /** The comment above that interface. */
  readonly words: string
  /** A field by its name. */
  readonly field: (name: string) => TypedField | undefined
  /** The items of a list. */
  readonly item: () => Typed | undefined
  /** The members of a union without null and undefined; of anything else, itself. */
  readonly members: () => ReadonlyArray<Typed>
}

/** A field of a type. */
export interface TypedField {
  /** The comment above it. */
  readonly words: string
  readonly type: Typed
}

/** What an operation takes and gives. */
export interface TypedOperation {
  /** The comment above the operation. */
  readonly words: string
  readonly input: Typed
  readonly output: Typed
}

/** The compiler, in conversation. */
export interface Types {
  /** The operations of a module, by their names; `undefined` for what is no operation. */
  readonly operation: (path: string, name: string) => TypedOperation | undefined
  readonly close: () => void
}

const typed = (checker: Checker, given: Type): Typed => {
  const type = checker.getNonNullableType(given) ?? given
  const symbol = type.getSymbol()
  const argument = (): Type | undefined =>
    // as: a list is a reference to `ReadonlyArray` with the type of its items.
    checker.isArrayType(type) ? checker.getTypeArguments(type as TypeReference)[0] : undefined
  return {
    text: checker.typeToString(type),
    name: type.isClassOrInterface() ? symbol?.name : undefined,
    words: symbol === undefined ? "" : checker.getDocumentationCommentOfSymbol(symbol),
    field: (name) => {
      const field = checker.getPropertyOfType(type, name)
      const inner = field === undefined ? undefined : checker.getTypeOfSymbol(field)
      if (field === undefined || inner === undefined) return undefined
      return { words: checker.getDocumentationCommentOfSymbol(field), type: typed(checker, inner) }
    },
    item: () => {
      const item = argument()
      return item === undefined ? undefined : typed(checker, item)
    },
    members: () =>
      (type.isUnionType() ? (type.getTypes() ?? []) : [type]).map((member) => typed(checker, member))
  }
}

const operationIn = (checker: Checker, type: Type, words: string): TypedOperation | undefined => {
  const [call] = checker.getSignaturesOfType(type, SignatureKind.Call)
  const input = call === undefined ? undefined : checker.getParameterType(call, 0)
  const effect = call === undefined ? undefined : checker.getReturnTypeOfSignature(call)
  // as: a call returns `Effect<Output, Error, Api>`.
  const [output] = effect === undefined ? [] : checker.getTypeArguments(effect as TypeReference)
  return input === undefined || output === undefined
    ? undefined
    : { words, input: typed(checker, input), output: typed(checker, output) }
}

/** Begins a conversation with the compiler about the project; `close` ends it. */
export const openTypes = (config = "tsconfig.build.json"): Types => {
  const api = new API({ cwd: process.cwd() })
  const project = api.updateSnapshot({ openProjects: [resolve(config)] }).getProject(resolve(config))
  if (project === undefined) throw new Error(`${config} is no project`)
  const { checker, program } = project
  return {
    operation: (path, name) => {
      const file = program.getSourceFile(resolve(path))
      const module = file === undefined ? undefined : checker.getSymbolAtLocation(file)
      const symbol = module === undefined ? undefined : checker.getMemberInModuleExports(module, name)
      const type = symbol === undefined ? undefined : checker.getTypeOfSymbol(symbol)
      if (symbol === undefined || type === undefined) return undefined
      return operationIn(checker, type, checker.getDocumentationCommentOfSymbol(symbol))
    },
    close: () => api.close()
  }
}

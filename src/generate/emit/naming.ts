/** Names of a vendor as ours. */
import { owned } from "../owned.ts"

/** A name in camelCase: `page-size` is `pageSize`. */
export const camel = (name: string): string =>
  name.replaceAll(/[-_.](\w)/g, (_, letter: string) => letter.toUpperCase())

/** How a vendor's names become ours. */
export interface Naming {
  readonly names: Readonly<Record<string, string>>
  readonly rename?: (name: string) => string
}

/** What a name of the vendor's is here: one of those, or the same in camelCase. */
export const oursOf = (name: string, { names, rename = camel }: Naming): string =>
  owned(names, name) ?? rename(name)

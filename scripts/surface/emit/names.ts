/** Names of a vendor as ours. */

/** A name in camelCase: `page-size` is `pageSize`. */
export const camel = (name: string): string =>
  name.replaceAll(/[-_.](\w)/g, (_, letter: string) => letter.toUpperCase())

/** What a name of the vendor's is here: one of those, or the same in camelCase. */
export const oursOf = (name: string, names: Readonly<Record<string, string>>): string =>
  names[name] ?? camel(name)

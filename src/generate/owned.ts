/** Members of records by names that others choose: what every object inherits, such as `constructor`, is no member. */

/** The member of that name; nothing where the record has none of its own. */
export const owned = <A>(record: Readonly<Record<string, A>> | undefined, name: string): A | undefined =>
  record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined

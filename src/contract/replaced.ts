/** Values with other fields in place of some of their own. */

/** The type with other fields, for each member of a union by itself. */
export type Replaced<Value, Fields> = Value extends unknown ? Omit<Value, keyof Fields> & Fields : never

/** The value with other fields. */
export const replaced = <Value extends object, Fields extends object>(
  value: Value,
  fields: Fields
): Replaced<Value, Fields> => ({ ...value, ...fields }) as unknown as Replaced<Value, Fields> // as: it has the others, and these

/** Schemas whose services the types no longer know. */
import type * as Schema from "effect/Schema"

/**
 * The schema as a codec that needs no services. Operations and failures are kept in lists, where their own types are lost; that the
 * schemas of this package need none is proven where they are written: the type tests check those of every operation, and the laws encode
 * and decode those of every failure.
 */
export const plainCodec = (schema: Schema.Constraint): Schema.Codec<unknown, unknown> =>
  schema as unknown as Schema.Codec<unknown, unknown> // as: what is said above

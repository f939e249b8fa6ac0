/** Rules about what a value is encoded to. */
import * as Schema from "effect/Schema"

/**
 * A schema whose encoded values must pass a test too. They are tested as they come out: a schema of the encoded side, put before
 * this one, would take each of them apart once more.
 */
export const testEncoded = <A, I, RD, RE>(
  schema: Schema.Codec<A, I, RD, RE>,
  test: (encoded: I) => Schema.FilterOutput
): Schema.Codec<A, I, RD, RE> => Schema.flip(Schema.flip(schema).check(Schema.makeFilter(test)))

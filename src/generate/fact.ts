/** Facts beyond shapes. */

/** Something that is known of an operation beyond its shape. */
export interface Fact {
  readonly kind: string
  readonly fact: string
  readonly source: string
}

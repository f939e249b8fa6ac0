/** What is made for the caller where an input leaves it out: idempotency keys and times. Who makes them is in `pipeline/Generate`. */

/** What a missing field gets: a random UUID, or the present time in Unix milliseconds. */
export type Generated = "uuid" | "now"

/** What is generated, by path of the input; `[]` stands for every item of a list: `{ "measurements[].uid": "uuid" }`. */
export type Generates = Readonly<Record<string, Generated>>

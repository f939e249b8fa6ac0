/** A store whose places are counted without gaps: an item that was there already may use up a place. */
import { Effect } from "effect"
import type { Commands } from "../../../src/durable/outbox/store.ts"

export const ranked = (store: Commands): Commands => {
  const seqs: Array<number> = []
  const seqOf = (rank: number): number => (rank === 0 ? 0 : (seqs[rank - 1] ?? 1e9 + rank))
  const rankOf = (seq: number): number => seqs.indexOf(seq) + 1
  const rankAll = <A extends { readonly seq: number }>(items: ReadonlyArray<A>): ReadonlyArray<A> =>
    items.map((item) => ({ ...item, seq: rankOf(item.seq) }))
  const learn = Effect.map(store.list({ after: seqs.at(-1) ?? 0, limit: 1_000 }), (items) =>
    items.forEach(({ seq }) => seqs.includes(seq) || seqs.push(seq))
  )
  return {
    ...store,
    add: (command) => Effect.tap(store.add(command), () => learn),
    claim: (command) => Effect.map(store.claim(command), rankAll),
    adopt: (command) =>
      Effect.map(store.adopt(command), (found) => found && { ...found, items: rankAll(found.items) }),
    settle: (command) => {
      const results = command.results.map((result) => ({ ...result, seq: seqOf(result.seq) }))
      return Effect.map(store.settle({ ...command, results }), (moved) => moved.map(rankOf))
    },
    release: ({ seqs: some, ...command }) =>
      store.release({ ...command, ...(some === undefined ? {} : { seqs: some.map(seqOf) }) }),
    move: (command) => {
      const items = command.items.map((item) => ({ ...item, seq: seqOf(item.seq) }))
      return Effect.map(store.move({ ...command, items }), (moved) => moved.map(rankOf))
    },
    list: (query) =>
      Effect.map(
        store.list({ ...query, ...(query.after === undefined ? {} : { after: seqOf(query.after) }) }),
        rankAll
      ),
    ended: ({ after: [time, place], limit }) =>
      Effect.map(store.ended({ after: [time, seqOf(place)], limit }), rankAll)
  }
}

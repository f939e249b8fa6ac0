/** A binary heap whose members know their places, so that any of them can be moved or taken out. */

/** What stands in a heap, in one at a time. */
export interface Placed {
  /** Its place in the heap; the heap's own business. */
  place: number
}

/** A heap: the member that goes before all others is its top. */
export class Heap<T extends Placed> {
  private readonly members: Array<T> = []
  private readonly before: (a: T, b: T) => boolean

  constructor(before: (a: T, b: T) => boolean) {
    this.before = before
  }

  get top(): T | undefined {
    return this.members[0]
  }

  has(member: T): boolean {
    return this.members[member.place] === member
  }

  add(member: T): void {
    this.members.push(member)
    this.rise(member, this.members.length - 1)
  }

  /** Finds the place of a member that has changed. */
  move(member: T): void {
    this.rise(member, member.place)
    this.sink(member, member.place)
  }

  remove(member: T): void {
    const last = this.members.pop()
    if (last === undefined || last === member) return
    last.place = member.place
    this.members[last.place] = last
    this.move(last)
  }

  private rise(member: T, from: number): void {
    let place = from
    while (place > 0) {
      const above = (place - 1) >> 1
      const parent = this.members[above]
      if (parent === undefined || !this.before(member, parent)) break
      this.put(parent, place)
      place = above
    }
    this.put(member, place)
  }

  private sink(member: T, from: number): void {
    let place = from
    for (;;) {
      const [left, right] = [2 * place + 1, 2 * place + 2]
      const [one, other] = [this.members[left], this.members[right]]
      const child = one !== undefined && other !== undefined && this.before(other, one) ? other : one
      if (child === undefined || !this.before(child, member)) break
      const next = child === one ? left : right
      this.put(child, place)
      place = next
    }
    this.put(member, place)
  }

  private put(member: T, place: number): void {
    this.members[place] = member
    member.place = place
  }
}

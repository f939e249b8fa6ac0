/** How a list is paged, as given, in our own form. */
import type { Paging } from "../description.ts"
import type { GivenPaging } from "./given.ts"

/** Nothing where a list is not paged, or nobody has seen that it is. */
export const pagingOf = (given: GivenPaging | null): Paging | undefined => {
  const into = given?.into ?? given?.offset
  if (given === null || into === undefined || given.verified === false) return undefined
  const { default: usual, first, items, max, size, style, token } = given
  return {
    style,
    into,
    items,
    ...(token === undefined ? {} : { token }),
    ...(first === undefined ? {} : { first }),
    ...(size === undefined ? {} : { size }),
    ...(max === null || max === undefined ? {} : { most: max }),
    ...(usual === null || usual === undefined ? {} : { usual })
  }
}

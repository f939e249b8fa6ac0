/** The `Link` header of a page. */

/** The `name` parameter of the next page's address in a `Link` header; the address may be relative or malformed but for it. */
export const cursorInLink = (link: string | undefined, name: string = "cursor"): string | undefined => {
  const next = link?.split(/,(?=\s*<)/).find((part) => /rel="?next"?/.test(part))
  const query = next?.slice(next.indexOf("<") + 1, next.indexOf(">")).split("?")[1]
  return new URLSearchParams(query ?? "").get(name) ?? undefined
}

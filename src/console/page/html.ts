/** HTML as a value, so that text cannot become markup: whatever is put into a template is escaped, unless it is HTML itself. */

/** A piece of HTML. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

/** What can be put into a template. Nothing is shown of `undefined`, `null` and `false`. */
export type Part = Html | string | number | undefined | null | false | ReadonlyArray<Part>

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (found) => entities[found] ?? "")

const write = (part: Part): string => {
  if (part instanceof Html) return part.text
  if (part === undefined || part === null || part === false) return ""
  return typeof part === "object" ? part.map(write).join("") : escape(String(part))
}

/** Makes HTML of a template. Attributes stand in double quotes. */
export const html = (strings: TemplateStringsArray, ...parts: ReadonlyArray<Part>): Html =>
  new Html(String.raw({ raw: strings }, ...parts.map(write)))

// A link on the page leads to a web page, and nowhere else.
const linkable = /^https?:\/\//i

/** A link where it is one, else the text. */
export const link = (to: string): Html =>
  linkable.test(to)
    ? html`<a href="${to}" rel="noreferrer noopener" target="_blank">${to}</a>`
    : html`<span>${to}</span>`

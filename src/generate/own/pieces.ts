/** Code in pieces: what stands between its brackets, item by item. */

/** A piece of code: a word or a text, or what stands between brackets, item by item. */
export type Piece = string | Group

/** What stands between brackets. */
export interface Group {
  readonly open: string
  readonly close: string
  readonly items: ReadonlyArray<Item>
}

/** What stands between two commas. Comments before it are lines of their own. */
export interface Item {
  readonly comments: ReadonlyArray<string>
  readonly pieces: ReadonlyArray<Piece>
}

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" }

/** Texts, comments, regular expressions (which follow a bracket here), brackets, commas, and whatever is between. */
export const tokens =
  /"(?:\\.|[^"\\])*"|\/\*[\s\S]*?\*\/|(?<=[([,] ?)\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[])+\/[a-z]*|[()[\]{},]|\s+|[^\s"()[\]{},/]+|\//g

/** Reads tokens up to the bracket that closes. */
export class Reader {
  private at = 0
  private readonly all: ReadonlyArray<string>

  constructor(code: string) {
    this.all = code.match(tokens) ?? []
  }

  items(close: string | undefined): ReadonlyArray<Item> {
    const items: Array<Item> = []
    for (;;) {
      const { comments, pieces } = this.item(close === undefined)
      if (comments.length > 0 || pieces.length > 0) items.push({ comments, pieces })
      const token = this.all[this.at++]
      if (token === undefined || token === close) return items
    }
  }

  private item(isTop: boolean): Item {
    const [comments, pieces]: [Array<string>, Array<Piece>] = [[], []]
    for (let token = this.all[this.at]; token !== undefined; token = this.all[this.at]) {
      if (token === ")" || token === "]" || token === "}" || (token === "," && !isTop)) break
      this.at++
      const close = closing[token]
      if (close !== undefined) pieces.push({ open: token, close, items: this.items(close) })
      else if (token.startsWith("/*")) comments.push(token)
      else if (token === ":") pieces.push(": ")
      else if (token.trim() !== "") pieces.push(token)
      else if (pieces.length > 0 && pieces.at(-1) !== ": ") pieces.push(" ")
    }
    while (pieces.at(-1) === " ") pieces.pop()
    return { comments, pieces }
  }
}

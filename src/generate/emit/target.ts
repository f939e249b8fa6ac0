/** Where derived code stands, and what it is made with: paths, imports, headings, layout. */

/** Names that code uses, by the file or the entry that they come from. */
export interface Sources {
  /** Functions that are called. */
  readonly called: Readonly<Record<string, string>>
  /** Types. */
  readonly types: Readonly<Record<string, string>>
  /** Modules that their source exports, and whose members are used. */
  readonly modules?: Readonly<Record<string, string>>
  /** Namespaces, whose members are used. */
  readonly whole: Readonly<Record<string, string>>
  /** The file of what makes operations. */
  readonly makers: string
  /** The file of the failures that operations declare. */
  readonly failures: string
  /** The file of a name that the vendor's own code has, by the file that its kit gives. */
  readonly own: (file: string) => string
  /** How the file at a path writes an import of a source. */
  readonly specifier: (path: string, source: string) => string
}

/** A derived file. */
export interface File {
  readonly path: string
  readonly text: string
}

/** Where the files of one vendor stand, and how they are written. */
export interface Target {
  readonly sources: Sources
  /** The path of a file of operations, or of a schema that several share: `shared/Bill`. */
  readonly pathOf: (file: string) => string
  /** The source by which such a file is imported. */
  readonly sourceOf: (file: string) => string
  /** The comment at the head of a file. */
  readonly head: (what: string) => string
  /** Lays code out. */
  readonly layout: (file: File) => Promise<string>
}

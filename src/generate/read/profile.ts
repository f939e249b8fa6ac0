/** What a document does not say about how its vendor is called, and what its names are here. */
export interface Profile {
  /** As in the texts of `see`. */
  readonly title: string
  /** Names of the vendor's document that are settings of the layer: in paths, and as headers. */
  readonly settings: Readonly<Record<string, string>>
  /** Names in paths that have one value. */
  readonly constants?: Readonly<Record<string, string>>
  /** Headers that only some operations need, each with its setting. */
  readonly needs?: Readonly<Record<string, string>>
  /** Settings besides those: no field of an input can have their names. */
  readonly otherSettings?: ReadonlyArray<string>
  /** Headers that only some operations send, each with what is sent. */
  readonly headers?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The field of every answer that holds what was asked for. */
  readonly envelope?: string
  /** Fields of answers that hold secrets or open doors: addresses that need no credentials. */
  readonly secrets: ReadonlyArray<string>
  /** Resources whose files the rule, small letters and the plural, would name wrongly. */
  readonly resources?: Readonly<Record<string, string>> | "as given"
  /** The field that no two objects of a resource share, with the resources whose lists can be asked for it. */
  readonly unique?: { readonly field: string; readonly resources: ReadonlyArray<string> }
  /** Headers that are fields of the input, and objects that take any fields besides those that they name. */
  readonly open?: true
  /** Query parameters of lists that the vendor documents and its document leaves out. */
  readonly listInputs?: ReadonlyArray<string>
}

/** Words that were replaced by the field's own, and phrases that no page says. `CHANGELOG.md` has the names that users typed. */

/** A word that is not used any more, and what stands in its place. */
export interface OldWord {
  readonly was: string
  readonly is: string
  /** How it shows in code: TypeScript without its comments, and what a page marks as code. */
  readonly code?: RegExp
  /** How it shows anywhere, comments and prose included. */
  readonly text?: RegExp
  /** A line that the patterns find. */
  readonly found: string
}

export const oldWords: ReadonlyArray<OldWord> = [
  {
    was: "sign",
    is: "signature",
    found: "sign: { status: 404 }",
    code: /\bsign: ?[[{]|\bSign\.|\b(signsOf|sampleOf)\b|\bSign\b(?= ?[,}])|`sign`/
  },
  { was: "shows", is: "Signature.matches", found: "if (shows(wanted, wire))", code: /\bshows\(/ },
  {
    was: "again",
    is: "retry",
    found: "again: { after: 1 }",
    code: /\.again\b|\bagain: ?["{[]|[{,] again\b(?= ?[,}:])|`again\b/
  },
  {
    was: "soon, unsure, afresh, narrower",
    is: "safe, if-idempotent, reauthenticate, split",
    found: 'retry: "unsure"',
    code: /["'`](soon|unsure|afresh|narrower)["'`]/
  },
  {
    was: "repeatable",
    is: "idempotent",
    found: "It is Repeatable.",
    text: /(\bun|\bassume|\b)repeatable\b/i
  },
  {
    was: "said, heard",
    is: "vendorMessage, messageAt, vendorContext",
    found: "failure.said",
    code: /\.said\b|(?:^|[{,(]) *said: |[{,] said\b|\bheard\(|`said`/
  },
  {
    was: "story, retell",
    is: "call report",
    found: "the story of a call",
    text: /\bstor(y|ies)\b|\bretell\b/i
  },
  {
    was: "tell, told",
    is: "report, render",
    found: "const told = 1",
    code: /(?<![.\w])(tell|told)\(|\b(const|let) (tell|told)\b/
  },
  { was: "FieldError", is: "Complaint", found: "type A = FieldError", code: /\bFieldError\b/ },
  {
    was: "asked",
    is: "spec",
    found: "operation.asked.method",
    code: /\.asked\b|\basked: |[{,] asked\b|`asked`/
  },
  {
    was: "fill, fills",
    is: "generates",
    found: "fills: {}",
    code: /\bfills: |\.fills\b|\bFill\.|\bFilling\b|`fills`/
  },
  {
    was: "narrow, inParts",
    is: "split",
    found: "Narrow.page(operation)",
    code: /\bNarrow(ing|ed)?\b|\bnarrow(s\b|\()|[iI]nParts\b/
  },
  { was: "Passage", is: "Call, Attempt", found: "(passage: Passage) => 1", code: /\b[pP]assages?\b/ },
  { was: "standsHere", is: "because", found: "standsHere: 1", code: /\bstandsHere\b/ },
  {
    was: "stack",
    is: "pipeline",
    found: "run: faultline stack braze",
    text: /faultline stack\b/,
    code: /\bVendor\.stack\b|\bstack: |\["stack"\]|`stack`/
  },
  {
    was: "Desk, Line, Alarm",
    is: "QueueDriver, FairQueue, Timer",
    found: "new Desk()",
    code: /\b(Desk|Alarm|makeAlarm)\b|\bnew Line\b|\.ring\(/
  },
  {
    was: "Flight, Trip, Pulse",
    is: "AdaptiveConcurrency, InFlight, LatencyEstimate",
    found: "new Flight()",
    code: /\b(Flight|flightDefaults|Trip|Pulse)\b/
  },
  {
    was: "Pace, Spacing, Learned, hinted",
    is: "Pacer, Gcra, InferredLimit, HeaderLimit",
    found: "new Pace([])",
    code: /\bnew (Pace|Spacing|Learned|Hinted)\b|\bhinted\b/
  },
  {
    was: "Auth.Ready, Ask, Signed, Keeper",
    is: "Credentials, TokenRequest, AuthenticatedRequest, TokenCache",
    found: "Auth.Ready",
    code: /\bAuth\.(Ready|Ask|Signed)\b|\bKeeper\b/
  },
  {
    was: "door, crowd, shelf, admit, begin",
    is: "port, connections, Collection, authorize, start",
    found: "State.shelf()",
    code: /\b(crowd|[sS]helf)\b|\bdoor\(|\badmit: \(call|\bbegin: |`(admit|begin)`/
  },
  {
    was: "bears, could not be had, there is no telling, how loud to be",
    is: "plain words",
    found: "It could not be had.",
    text: /\bbears\b|\b(could|can|cannot) (not )?be had\b|\bno telling\b|\bhow loud\b/i
  }
]

/** What of a text is an old word, as its place and what to say instead. */
export const oldWordsIn = (
  { code, text }: { readonly code: string; readonly text: string },
  words: ReadonlyArray<OldWord> = oldWords
): ReadonlyArray<{ readonly line: number; readonly word: OldWord }> =>
  words.flatMap((word) =>
    [
      [word.code, code],
      [word.text, text]
    ].flatMap(([pattern, where]) =>
      pattern instanceof RegExp && typeof where === "string"
        ? where.split("\n").flatMap((line, index) => (pattern.test(line) ? [{ line: index + 1, word }] : []))
        : []
    )
  )

/** Names that users typed and that are gone: `CHANGELOG.md` says what they are now. */
export const typedNames = [
  "sign",
  "again",
  "soon",
  "unsure",
  "afresh",
  "narrower",
  "said",
  "fields",
  "asked",
  "repeatable",
  "assumeRepeatable",
  "fills",
  "narrows",
  "standsHere",
  "stack"
] as const

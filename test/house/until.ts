/**
 * What the rules let pass until operations are compiled into contracts and a call is two records: the types of quotas, policies and
 * generated values are then the contract's, and `Call` and `Attempt` know no layer. This file goes away with the last entry;
 * `house.test.ts` fails where an entry is not needed any more.
 */
export const untilTheContractIsCompiled: {
  /** Who still imports what. */
  readonly imports: ReadonlyArray<readonly [whose: RegExp, what: RegExp]>
  /** Imports of types that close a circle. */
  readonly circles: ReadonlyArray<readonly [whose: string, what: string]>
  readonly ceilings: ReadonlyArray<readonly [RegExp, number]>
  /** Old words (`was` in `words.ts`), and the files that still have them. */
  readonly words: ReadonlyArray<readonly [was: string, where: RegExp]>
} = {
  imports: [
    [/^src\/contract\/Operation\.ts$/, /^src\/pipeline\/Generate\.ts$/],
    [/^src\/vendors\/\w+\/vendor\.ts$/, /^src\/policy\/(Policy|Limit)\.ts$/],
    [/^src\/vendors\/\w+\/operations\/\w+\.ts$/, /^src\/pipeline\/Generate\.ts$/]
  ],
  circles: [
    ["src/pipeline/Passage.ts", "src/pipeline/layer.ts"],
    ["src/pipeline/Passage.ts", "src/pipeline/guards.ts"],
    ["src/pipeline/answer.ts", "src/pipeline/layer.ts"],
    ["src/pipeline/guards.ts", "src/pipeline/layer.ts"],
    ["src/vendors/ixon/operations/dataAsOne.ts", "src/vendors/ixon/operations/data.ts"],
    ["src/vendors/ixon/operations/dataInParts.ts", "src/vendors/ixon/operations/data.ts"],
    ["src/vendors/m3ter/operations/usageInParts.ts", "src/vendors/m3ter/operations/usage.ts"]
  ],
  ceilings: [[/^src\/contract\/Failure\.ts$/, 400]],
  words: [
    [
      "Passage",
      /^(src\/pipeline|test\/chaos)\/|^(src\/diagnose\/meaning|src\/cli\/(listing|plans)|scripts\/derive\/page|test\/vendors\/\w+\/layer\.test)\.ts$/
    ],
    ["stack", /^(src\/pipeline|test|examples|docs)\//],
    ["narrow, inParts", /^src\/vendors\/(ixon|m3ter)\/operations\/(data|usage)(InParts)?\.ts$/],
    ["tell, told", /^src\/(pipeline\/(Transport|stages)\.ts$|vendors\/m3ter\/operations\/)/],
    ["story, retell", /^src\/pipeline\/stages\.ts$/],
    [
      "bears, could not be had, there is no telling, how loud to be",
      /^(src\/pipeline\/(Journal|layer|order)\.ts|docs\/concepts\/pipeline\.md)$/
    ]
  ]
}

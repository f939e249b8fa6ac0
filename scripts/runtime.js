/**
 * Preloaded by the npm scripts that run TypeScript: says what to do where Node is too old to. It is JavaScript, so that an old
 * Node can read it.
 */
const oldest = [22, 19]
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)

if (major < oldest[0] || (major === oldest[0] && minor < oldest[1])) {
  console.error(
    `Faultline is developed on Node ${oldest.join(".")} or newer; this is ${process.version} on ${process.platform} ${process.arch}.\n` +
      `On Linux (x64, arm64) "npm ci" brings a newer Node, and whatever is started through npm uses it: npm test, npm run …, npx ….\n` +
      `On other systems install Node ${oldest.join(".")} or newer and run the command again.`
  )
  process.exit(1)
}

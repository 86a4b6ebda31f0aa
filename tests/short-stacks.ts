/**
 * Playwright notes where each step and each `expect` stands, and looks every frame up in a source map. Its own
 * frames, which are most of them, it drops only then: they cost unit tests a tenth of their time. The one that
 * the test called stays, for its name.
 */
const ownPath = /[\\/]node_modules[\\/](playwright[^\\/]*)/
const { prepareStackTrace } = Error

if (prepareStackTrace)
  Error.prepareStackTrace = (error, frames) => {
    const packages = frames.map(playwrightPackage)
    const isInside = (at: number) => packages[at] !== null && packages[at] === packages[at + 1]
    return prepareStackTrace(
      error,
      frames.filter((_, at) => !isInside(at)),
    )
  }

function playwrightPackage(frame: NodeJS.CallSite): string | null {
  return ownPath.exec(frame.getFileName() ?? '')?.[1] ?? null
}

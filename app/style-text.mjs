import { dirname } from 'node:path'
import tailwind from '@tailwindcss/postcss'
import { transform } from 'lightningcss'
import postcss from 'postcss'

const version = (major, minor = 0) => (major << 16) | (minor << 8)

/**
 * Older than the oldest supported browser: a browser that is not supported still shows the sentence that says so.
 * With Firefox 112, which knows no `oklch()`, each colour would be sent twice.
 */
const targets = {
  chrome: version(111),
  edge: version(111),
  firefox: version(113),
  safari: version(16, 4),
}

/**
 * Turbopack's loader of `app/globals.css` in production: a module whose default export is the stylesheet
 * as text, with the addresses that the build gives its fonts; an empty one where `next.config.ts` says so.
 */
export default async function loadStyleText(source) {
  if (this.getOptions().isEmpty) return 'export default ""'
  const from = this.resourcePath
  const tailwindOfProject = tailwind({ base: dirname(dirname(from)), optimize: false })
  const { root, messages } = await postcss([tailwindOfProject]).process(source, { from })
  dropFallbacks(root)
  for (const { type, file, dir } of messages) {
    if (type === 'dependency') this.addDependency(file)
    if (type === 'dir-dependency') this.addContextDependency(dir)
  }
  return moduleOf(
    transform({
      filename: from,
      code: Buffer.from(root.toString()),
      minify: true,
      targets,
      analyzeDependencies: true,
    }),
  )
}

/** Tailwind repeats some rules for browsers without `@property` and `color-mix()`. Every supported one has both. */
function dropFallbacks(root) {
  root.walkAtRules('layer', (layer) => {
    if (layer.params === 'properties' && layer.nodes) layer.remove()
  })
  root.walkAtRules('supports', (condition) => {
    if (condition.params.includes('color-mix(')) condition.replaceWith(condition.nodes)
  })
}

/** Each address of a file becomes an import, whose value is the address that the build gives it. */
function moduleOf({ code, dependencies }) {
  const imports = []
  let text = JSON.stringify(code.toString())
  for (const { url, placeholder } of dependencies) {
    const isData = url.startsWith('data:')
    const address = isData ? JSON.stringify(url).slice(1, -1) : `" + file${imports.length} + "`
    text = text.replaceAll(placeholder, () => address)
    if (!isData) imports.push(`import file${imports.length} from ${JSON.stringify(url)}\n`)
  }
  return `${imports.join('')}export default ${text}\n`
}

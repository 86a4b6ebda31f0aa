import { type ParseOptions, parse, type TokenType } from 'sugar-high/core'
import * as json from 'sugar-high/lang/json'
import * as python from 'sugar-high/lang/python'
import * as shell from 'sugar-high/lang/shell'
import * as typescript from 'sugar-high/lang/typescript'
import type { SnippetName } from '@/lib/snippets/snippets'

const grammars: Record<SnippetName, ParseOptions> = {
  curl: shell,
  TypeScript: typescript,
  'Krea SDK': typescript,
  Python: python,
  JSON: json,
}

const colors: Partial<Record<TokenType, string>> = {
  keyword: 'text-accent',
  string: 'text-good',
  comment: 'text-muted italic',
  sign: 'text-muted',
}

type Props = { name: SnippetName; code: string }

/** Code in colours, which scrolls where it is too wide or too long. */
export function HighlightedCode({ name, code }: Props) {
  const { lines } = parse(code, grammars[name])
  return (
    <section
      aria-label={`${name} code`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keys.
      tabIndex={0}
      className="max-h-[55dvh] min-h-40 overflow-auto rounded-md bg-raised p-3"
    >
      <pre className="w-max font-mono text-xs leading-relaxed">
        {lines.flatMap(({ tokens, index }) => [
          index > 0 && '\n',
          ...tokens.map(({ type, value }, at) => (
            <span key={`${index}-${at}`} className={colors[type]}>
              {value}
            </span>
          )),
        ])}
      </pre>
    </section>
  )
}

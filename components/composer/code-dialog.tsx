import { use, useState } from 'react'
import { Chips } from '@/components/ui/chips'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { placed } from '@/lib/base-path'
import type { Input } from '@/lib/catalog/field'
import { validateInput } from '@/lib/catalog/validate'
import { CatalogContext } from '@/lib/draft/use-draft'
import { kreaAddress } from '@/lib/snippets/request'
import { type SnippetName, snippets } from '@/lib/snippets/snippets'

type Props = { model: string; input: Input; onClose: () => void }

const names = snippets.map(({ name }) => name)

/** One request, of the form or of any picture, as code that makes it elsewhere. */
export function CodeDialog({ model, input, onClose }: Props) {
  const { mode, catalog } = use(CatalogContext)
  const [name, setName] = useState<SnippetName>('curl')
  const baseUrl = mode === 'sandbox' ? location.origin + placed('/sandbox') : kreaAddress
  const code = snippets.find((one) => one.name === name)?.write({ baseUrl, model, input }) ?? ''
  const known = catalog.models.find(({ id }) => id === model)
  const incomplete = known !== undefined && validateInput(known, input).length > 0
  return (
    <Dialog open onClose={onClose} title="Code" size="wide">
      <div className="grid gap-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Chips label="Language" options={names} value={name} onChange={setName} />
          <CopyButton text={code}>Copy</CopyButton>
        </div>
        <textarea
          readOnly
          aria-label={`${name} code`}
          value={code}
          wrap="off"
          spellCheck={false}
          className="field-sizing-content block max-h-[55dvh] min-h-40 w-full resize-none overflow-auto rounded-md bg-raised p-3 font-mono text-xs leading-relaxed"
        />
        <p className="text-muted text-xs">
          {incomplete && 'This request is not complete yet. '}
          {mode === 'sandbox'
            ? 'This asks the sandbox of this playground: any KREA_API_TOKEN will do.'
            : 'Put a token of your own into KREA_API_TOKEN. It is billed to that account.'}
        </p>
      </div>
    </Dialog>
  )
}

import { use } from 'react'
import * as z from 'zod/mini'
import { Chips } from '@/components/ui/chips'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { placed } from '@/lib/base-path'
import { createStored } from '@/lib/browser/stored'
import { type Input, type Model, propertiesOf } from '@/lib/catalog/field'
import { validateInput } from '@/lib/catalog/validate'
import { CatalogContext } from '@/lib/draft/use-draft'
import { kreaAddress } from '@/lib/snippets/request'
import { snippets } from '@/lib/snippets/snippets'
import { HighlightedCode } from './highlighted-code'

type Props = { model: string; input: Input; onClose: () => void }

const names = snippets.map(({ name }) => name)

const language = createStored('code-language', z.enum(names), 'curl')

/** One request, of the form or of a picture, as code that makes it elsewhere. */
export function CodeDialog({ model: id, input, onClose }: Props) {
  const { mode, catalog } = use(CatalogContext)
  const name = language.use()
  const model = catalog.models.find((one) => one.id === id)
  const baseUrl = mode === 'sandbox' ? location.origin + placed('/sandbox') : kreaAddress
  const request = { baseUrl, model: id, input: model ? inFieldOrder(model, input) : input }
  const code = snippets.find((one) => one.name === name)?.write(request) ?? ''
  const missing = model ? labelsToMend(model, input) : []
  return (
    <Dialog open onClose={onClose} title="Code" size="wide">
      <div className="grid gap-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Chips label="Language" options={names} value={name} onChange={language.write} />
          <CopyButton text={code} isStart>
            Copy
          </CopyButton>
        </div>
        <HighlightedCode name={name} code={code} />
        <p className="text-muted text-xs">
          {missing.length > 0 && `Missing or wrong: ${new Intl.ListFormat('en').format(missing)}. `}
          {mode === 'sandbox'
            ? 'This calls the built-in sandbox; any KREA_API_TOKEN works.'
            : 'Put your own token into KREA_API_TOKEN. Jobs are billed to that account.'}
        </p>
      </div>
    </Dialog>
  )
}

/** The prompt first, as in the form. */
function inFieldOrder({ fields }: Model, input: Input): Input {
  const order = fields.flatMap(propertiesOf)
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  return Object.fromEntries(Object.entries(input).toSorted(([a], [b]) => rank(a) - rank(b)))
}

function labelsToMend(model: Model, input: Input): string[] {
  const wrong = new Set(validateInput(model, input).map(({ path }) => path.split('.')[0]))
  return model.fields
    .filter((field) => propertiesOf(field).some((name) => wrong.has(name)))
    .map(({ label }) => label.toLowerCase())
}

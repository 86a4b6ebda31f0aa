import { Search } from 'lucide-react'
import { type KeyboardEvent, use, useEffect, useId, useRef, useState } from 'react'
import { CatalogSourceNote } from '@/components/composer/catalog/catalog-source'
import { Chips } from '@/components/ui/chips'
import { Dialog } from '@/components/ui/dialog'
import { isComposing } from '@/lib/browser/key-events'
import type { Model } from '@/lib/catalog/field'
import { chooseModel } from '@/lib/draft/replace-draft'
import { CatalogContext, useModel } from '@/lib/draft/use-draft'
import { CapabilityFilter } from './capability-filter'
import { type Capability, findModels, groupModels, type Sort, sorts } from './model-list'
import { ModelRow } from './model-row'

/** All models: typing searches, arrows move, Enter chooses. */
export function ModelPicker({ onClose }: { onClose: () => void }) {
  const { catalog } = use(CatalogContext)
  const { models } = catalog
  const current = useModel()
  const [text, setText] = useState('')
  const [sort, setSort] = useState<Sort>(sorts[0])
  const [needed, setNeeded] = useState<Capability[]>([])
  const [active, setActive] = useState(current?.id)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const groups = groupModels(findModels(models, text, needed), sort)
  const shown = groups.flatMap(({ models }) => models)
  const at = Math.max(
    0,
    shown.findIndex((model) => model.id === active),
  )
  const optionId = (model: Model | undefined) => model && `${id}-${models.indexOf(model)}`

  const activeId = optionId(shown[at])
  useEffect(() => {
    const option = activeId ? document.getElementById(activeId) : null
    option?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  const choose = (model: Model | undefined) => {
    if (!model) return
    chooseModel(model)
    onClose()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const step = steps[event.key]
    if (event.key === 'Enter') choose(shown[at])
    else if (step) setActive(shown[Math.min(Math.max(at + step, 0), shown.length - 1)]?.id)
    else return
    event.preventDefault()
  }

  return (
    <Dialog open onClose={onClose} title="Models" flush>
      <div className="flex h-[75dvh] flex-col">
        <div className="grid gap-2.5 border-b p-3">
          <div className="relative">
            <Search
              size={15}
              aria-hidden
              className="-translate-y-1/2 absolute top-1/2 left-3 text-muted"
            />
            <input
              role="combobox"
              aria-label="Search models"
              aria-expanded="true"
              aria-controls={`${id}-list`}
              aria-activedescendant={activeId}
              aria-autocomplete="list"
              autoComplete="off"
              spellCheck={false}
              data-autofocus
              value={text}
              placeholder="Search by name, maker, or input"
              onChange={({ target }) => setText(target.value)}
              onKeyDown={onKeyDown}
              className="h-9 w-full rounded-md border border-control bg-panel pr-3 pl-9 text-sm pointer-coarse:h-11 pointer-coarse:text-base"
            />
          </div>
          <Chips
            label="Order"
            options={sorts}
            value={sort}
            onChange={(next) => {
              setSort(next)
              list.current?.scrollTo({ top: 0 })
            }}
            chipClassName="h-7 px-2.5 pointer-coarse:h-11"
          />
          <CapabilityFilter needed={needed} onChange={setNeeded} />
        </div>
        <div
          ref={list}
          id={`${id}-list`}
          role="listbox"
          aria-label="Models"
          tabIndex={-1}
          // `relative`: its hidden labels are placed within it. Else they lengthen the dialog, which then scrolls too.
          className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain p-1.5"
        >
          {groups.map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own here.
            <div key={group.maker} role="group" aria-label={group.maker ?? undefined}>
              {group.maker && <p className="px-2.5 pt-3 pb-1 text-2xs text-muted">{group.maker}</p>}
              {group.models.map((model) => (
                <ModelRow
                  key={model.id}
                  id={optionId(model)}
                  model={model}
                  withMaker={group.maker === null}
                  active={model === shown[at]}
                  chosen={model.id === current?.id}
                  onSelect={() => choose(model)}
                  onPoint={() => setActive(model.id)}
                />
              ))}
            </div>
          ))}
          {shown.length === 0 && <p className="p-6 text-center text-muted">No matches.</p>}
        </div>
        <CatalogSourceNote catalog={catalog} />
      </div>
    </Dialog>
  )
}

'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import { Collection, Gallery } from '@/components/gallery/gallery'
import { useCatalogue } from '@/lib/api/use-catalog'
import { onFirstSign } from '@/lib/browser/first-interaction'
import { pressEarlyButtons, tellEarlyChanges } from '@/lib/browser/pre-hydration'
import type { Theme } from '@/lib/browser/theme'
import type { Catalogue } from '@/lib/catalog/catalog'
import { draftOpened, openDraft, readDraft } from '@/lib/draft/draft-store'
import { freshState } from '@/lib/draft/state'
import { CatalogueContext } from '@/lib/draft/use-draft'
import { Composer } from '../composer/composer'
import { generate, loadSubmit } from '../composer/generate'
import { runnableExamples } from '../composer/prompts/runnable-examples'
import { ComposerPanel } from './composer-panel'
import { Header } from './header'

type Props = {
  catalogue: Catalogue
  mode: 'krea' | 'sandbox'
  /** Whether a budget or a pass limits what may be spent. */
  limited: boolean
  /** This browser said that it keeps pictures. */
  keepsPictures: boolean
  /** Nobody may spend yet. */
  locked: boolean
  /** Said by the cookie. */
  theme: Theme
}

/** A first picture is likely. */
function soon(): void {
  Collection.soon()
  loadSubmit().catch(() => undefined)
}

const narrow = '(width < 64rem)'

export function Playground({
  catalogue: served,
  mode,
  limited,
  keepsPictures,
  locked,
  theme,
}: Props) {
  const [sheet, setSheet] = useState(false)
  const catalogue = useCatalogue(served)
  const { models } = catalogue
  const context = useMemo(
    () => ({ catalogue, mode, limited, initial: freshState(catalogue.models[0]) }),
    [catalogue, mode, limited],
  )

  useEffect(tellEarlyChanges, [])

  useEffect(() => openDraft(models, location.search), [models])

  useEffect(pressEarlyButtons, [])

  useEffect(() => onFirstSign(soon), [])

  const run = useCallback(async () => {
    if (!(await draftOpened())) return
    const model = models.find(({ id }) => id === readDraft().draft.model)
    setSheet(false)
    if (!model) return
    generate(model, () => {
      setSheet(matchMedia(narrow).matches)
      requestAnimationFrame(() => focusFirstFault())
    })
  }, [models])

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]')) return
      if (event.key === 'Escape') setSheet(false)
      if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      run()
    }
    const width = matchMedia(narrow)
    const onWidth = () => setSheet(false)
    addEventListener('keydown', onKeyDown)
    width.addEventListener('change', onWidth)
    return () => {
      removeEventListener('keydown', onKeyDown)
      width.removeEventListener('change', onWidth)
    }
  }, [run])

  const onEdit = useCallback(() => setSheet(matchMedia(narrow).matches), [])
  const examples = useMemo(() => runnableExamples(models, run), [models, run])

  return (
    <CatalogueContext value={context}>
      <div inert={sheet} className="contents">
        <Header mode={mode} locked={locked} theme={theme} />
      </div>
      <div className="lg:grid lg:grid-cols-[380px_minmax(0,1fr)]">
        <ComposerPanel open={sheet} onOpen={setSheet} onGenerate={run}>
          <Composer />
        </ComposerPanel>
        <main inert={sheet} className="min-w-0 max-lg:pb-20">
          <Gallery models={models} examples={examples} hinted={keepsPictures} onEdit={onEdit} />
        </main>
      </div>
    </CatalogueContext>
  )
}

/** A fault may lie in a part of the form that has yet to open and load: it is given a few frames. */
function focusFirstFault(frames = 30) {
  const invalid = '[data-invalid] :is(textarea, select, input)[aria-invalid]'
  const other = '[data-invalid] :is(textarea, select, input:not([hidden]))'
  const control =
    document.querySelector<HTMLElement>(invalid) ?? document.querySelector<HTMLElement>(other)
  if (control) control.focus()
  else if (frames > 0) requestAnimationFrame(() => focusFirstFault(frames - 1))
}

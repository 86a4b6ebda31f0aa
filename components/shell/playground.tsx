'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import { Gallery, LazyGalleryContent } from '@/components/gallery/gallery'
import { pageKeys } from '@/components/ui/page-keys'
import { useCatalog } from '@/lib/api/use-catalog'
import { onFirstInteraction } from '@/lib/browser/first-interaction'
import { replayPreHydrationChanges, replayPreHydrationPresses } from '@/lib/browser/pre-hydration'
import type { Theme } from '@/lib/browser/theme'
import type { Catalog } from '@/lib/catalog/catalog'
import { draftOpened, getDraftState, openDraft } from '@/lib/draft/draft-store'
import { freshState } from '@/lib/draft/state'
import { CatalogContext } from '@/lib/draft/use-draft'
import { Composer } from '../composer/composer'
import { generate, loadSubmit } from '../composer/generate'
import { runnableExamples } from '../composer/prompts/runnable-examples'
import { ComposerPanel } from './composer-panel'
import { Header } from './header'

type Props = {
  catalog: Catalog
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

/** Called when a first picture is likely. */
function preloadFirstPicture(): void {
  LazyGalleryContent.preload()
  loadSubmit().catch(() => undefined)
}

const narrow = '(width < 64rem)'

export function Playground({
  catalog: served,
  mode,
  limited,
  keepsPictures,
  locked,
  theme,
}: Props) {
  const [sheet, setSheet] = useState(false)
  const catalog = useCatalog(served)
  const { models } = catalog
  const context = useMemo(
    () => ({ catalog, mode, limited, initial: freshState(catalog.models[0]) }),
    [catalog, mode, limited],
  )

  useEffect(replayPreHydrationChanges, [])

  useEffect(() => openDraft(models, location.search), [models])

  useEffect(replayPreHydrationPresses, [])

  useEffect(() => onFirstInteraction(preloadFirstPicture), [])

  const run = useCallback(async () => {
    if (!(await draftOpened())) return
    const model = models.find(({ id }) => id === getDraftState().draft.model)
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
      if (!pageKeys.generate.matches(event)) return
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
    <CatalogContext value={context}>
      <div inert={sheet} className="contents">
        <Header mode={mode} locked={locked} theme={theme} />
      </div>
      <div className="lg:grid lg:grid-cols-[380px_minmax(0,1fr)]">
        <ComposerPanel open={sheet} onOpen={setSheet} onGenerate={run}>
          <Composer />
        </ComposerPanel>
        <main inert={sheet} className="min-w-0 max-lg:pb-20">
          <Gallery
            models={models}
            examples={examples}
            hasPicturesHint={keepsPictures}
            onEdit={onEdit}
          />
        </main>
      </div>
    </CatalogContext>
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

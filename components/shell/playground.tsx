'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import { Gallery, LazyGalleryContent } from '@/components/gallery/gallery'
import { lazyPart } from '@/components/ui/lazy-part'
import { useCatalog } from '@/lib/api/use-catalog'
import { onFirstInteraction, useHasInteracted } from '@/lib/browser/first-interaction'
import { isComposing, isGenerateKey, preventRepeatedPress } from '@/lib/browser/key-events'
import { replayPreHydrationChanges, replayPreHydrationPresses } from '@/lib/browser/pre-hydration'
import type { Press } from '@/lib/browser/press-filter'
import type { Theme } from '@/lib/browser/theme'
import type { Catalog } from '@/lib/catalog/catalog'
import type { Model } from '@/lib/catalog/field'
import { addNote, rememberPrompt } from '@/lib/draft/draft'
import { getDraftState, openDraft, whenDraftOpens } from '@/lib/draft/draft-store'
import { selectStartModel } from '@/lib/draft/field-roles'
import { freshState } from '@/lib/draft/state'
import { CatalogContext } from '@/lib/draft/use-draft'
import { type Guest, guestProblem } from '@/lib/guest'
import { Composer } from '../composer/composer'
import { NoteButtons } from '../composer/note-list'
import { pastePictures } from '../composer/picture-input/paste-pictures'
import { runnableExamples } from '../composer/prompts/runnable-examples'
import { ComposerPanel } from './composer-panel'
import { Header, type OtherPages } from './header'

const GuestBanner = lazyPart(() =>
  import('../access/guest-banner').then((file) => file.GuestBanner),
)
const GuestWatcher = lazyPart(() =>
  import('../access/guest-watcher').then((file) => file.GuestWatcher),
)

type Props = {
  catalog: Catalog
  mode: 'krea' | 'sandbox'
  /** Whether a budget or a pass limits what may be spent. */
  hasBudget: boolean
  /** From the cookie. */
  keepsPictures: boolean
  /** Nobody may spend until its host says who. */
  isLocked: boolean
  /** Of the link that the page is opened with. */
  linkedModel: string | null
  /** From the cookie. */
  theme: Theme
  guest: Guest | null
  pages: OtherPages
}

const loadGenerate = () => import('../composer/generate')
/** With it comes zod, and all that follows a job. */
const loadSubmit = () => import('@/lib/engine/submit')

/** Called when a first picture is likely. */
function preloadFirstPicture(): void {
  NoteButtons.preload()
  LazyGalleryContent.preload()
  for (const load of [loadGenerate, loadSubmit]) load().catch(() => undefined)
}

const notLoaded =
  'A part of this page could not be fetched, and nothing was sent. Check the connection and try again.'

const narrow = '(width < 64rem)'

export function Playground({
  catalog: served,
  mode,
  hasBudget,
  keepsPictures,
  isLocked,
  linkedModel,
  theme,
  guest: servedGuest,
  pages,
}: Props) {
  const [sheet, setSheet] = useState(false)
  const catalog = useCatalog(served)
  const { models } = catalog
  const [guest, setGuest] = useState(servedGuest)
  const problem = guestProblem(guest, models)
  const cannotSend = isLocked || problem !== null
  const hasInteracted = useHasInteracted()
  const setSheetIfNarrow = useCallback(() => setSheet(matchMedia(narrow).matches), [])
  const context = useMemo(
    () => ({
      catalog,
      mode,
      hasBudget,
      cannotSend,
      isLocked,
      initial: initialState(catalog.models, linkedModel),
    }),
    [catalog, mode, hasBudget, cannotSend, isLocked, linkedModel],
  )

  useEffect(replayPreHydrationChanges, [])

  useEffect(() => openDraft(models, location), [models])

  useEffect(replayPreHydrationPresses, [])

  useEffect(() => onFirstInteraction(preloadFirstPicture), [])

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => pastePictures(event, setSheetIfNarrow)
    addEventListener('paste', onPaste)
    addEventListener('keydown', preventRepeatedPress, { capture: true })
    return () => {
      removeEventListener('paste', onPaste)
      removeEventListener('keydown', preventRepeatedPress, { capture: true })
    }
  }, [setSheetIfNarrow])

  const run = useCallback(
    async (press: Press) => {
      if (cannotSend || !(await whenDraftOpens())) return
      const model = models.find(({ id }) => id === getDraftState().draft.model)
      setSheet(false)
      if (!model) return
      // What stands in the form at the press is sent, though its code may come later.
      const pressed = getDraftState()
      const { prompt } = pressed.draft.input
      if (typeof prompt === 'string' && prompt.trim() !== '') rememberPrompt(prompt)
      const code = await loadGenerate().catch(() => null)
      if (!code) return addNote(notLoaded)
      code.generate(model, pressed, press, () => {
        setSheet(matchMedia(narrow).matches)
        requestAnimationFrame(() => focusFirstIssue())
      })
    },
    [models, cannotSend],
  )

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]')) return
      if (event.key === 'Escape') setSheet(false)
      if (!isGenerateKey(event) || isComposing(event)) return
      event.preventDefault()
      run(event)
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

  const examples = useMemo(() => runnableExamples(models, run), [models, run])

  return (
    <CatalogContext value={context}>
      <div inert={sheet} className="contents">
        <Header mode={mode} isLocked={isLocked} theme={theme} guest={guest} pages={pages} />
        {problem === null ? null : <GuestBanner problem={problem} />}
        {guest !== null && hasInteracted ? <GuestWatcher onChange={setGuest} /> : null}
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
            onEdit={setSheetIfNarrow}
          />
        </main>
      </div>
    </CatalogContext>
  )
}

/** The form of the link's model from the first view on, so that nothing jumps when the link is read. */
const initialState = (models: Model[], linkedModel: string | null) =>
  freshState(models.find(({ id }) => id === linkedModel) ?? selectStartModel(models))

/** The field may be in a part of the form that still opens and loads: wait for it a few frames. */
function focusFirstIssue(frames = 30) {
  const invalid = '[data-invalid] :is(textarea, select, input)[aria-invalid]'
  const other = '[data-invalid] :is(textarea, select, input:not([hidden]))'
  const control =
    document.querySelector<HTMLElement>(invalid) ?? document.querySelector<HTMLElement>(other)
  if (control) control.focus()
  else if (frames > 0) requestAnimationFrame(() => focusFirstIssue(frames - 1))
}

import { ArrowLeftRight, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useGallery } from '@/components/gallery/gallery-context'
import { Notices } from '@/components/gallery/notices/notices'
import { Button } from '@/components/ui/button'
import { Chips } from '@/components/ui/chips'
import { findKeyAction } from '@/components/ui/key-action'
import { pictureOf } from '@/lib/record/record'
import { addAsInput } from '../actions/submit-from-picture'
import { useAttempt } from '../actions/use-attempt'
import { FullScreen } from '../full-screen'
import { PictureNotFound } from '../picture-not-found'
import { usePictureUrls } from '../viewport/use-picture-urls'
import { notZoomed, type ZoomGeometry, type ZoomState } from '../viewport/zoom'
import { ZoomBar } from '../viewport/zoom-bar'
import { createZoomControls } from '../viewport/zoom-controls'
import { type CompareMode, compareActions, compareModes } from './compare-actions'
import { Differences } from './differences'
import { FlickerCompare } from './flicker-compare'
import { SideBySide } from './side-by-side'
import { SliderCompare } from './slider-compare'
import { type ComparedRecord, useComparedRecords } from './use-compared-records'

const modeLabels: Record<CompareMode, string> = {
  slider: 'Slider',
  side: 'Side by side',
  flicker: 'Flicker',
}

type Props = { ids: string[]; onClose: () => void }

/** Two to four saved pictures beside each other, and below them the differences of their requests. */
export function Compare({ ids, onClose }: Props) {
  const subjects = useComparedRecords(ids)
  if (!subjects) return null
  return subjects.length < 2 ? (
    <PictureNotFound />
  ) : (
    <Comparison subjects={subjects} onClose={onClose} />
  )
}

type ComparisonProps = { subjects: ComparedRecord[]; onClose: () => void }

function Comparison({ subjects, onClose }: ComparisonProps) {
  const offered = compareModes.filter((one) => one !== 'slider' || subjects.length === 2)
  const [chosen, setMode] = useState<CompareMode>('slider')
  const mode = offered.includes(chosen) ? chosen : 'side'
  const [isReversed, setReversed] = useState(false)
  const { onEdit } = useGallery()
  const [, attempt] = useAttempt()
  const showComposer = () => {
    onClose()
    onEdit?.()
  }
  const ordered = useMemo(
    () => (isReversed ? subjects.toReversed() : subjects),
    [subjects, isReversed],
  )
  const urls = usePictureUrls(subjects.map(({ id }) => id))
  const [zoom, setZoom] = useState<ZoomState>(notZoomed)
  const [geometry, setGeometry] = useState<ZoomGeometry | null>(null)
  const controls = createZoomControls(zoom, geometry, setZoom)
  const [share, setShare] = useState(0.5)
  const [index, setIndex] = useState(0)
  const pictures = ordered.flatMap(({ id, name, record }) => {
    const src = urls.get(id)
    const picture = pictureOf(record)
    return src && picture ? { id, name, src, alt: record.prompt || record.modelName, picture } : []
  })
  const reverse = () => setReversed(!isReversed)
  const context = {
    mode,
    setMode,
    moveSlider: (by: number) => setShare(Math.min(Math.max(share + by, 0), 1)),
    showNext: () => setIndex(index + 1),
    reverse,
    controls,
  }
  const shared = { pictures, zoom, onZoom: setZoom, onGeometry: setGeometry }

  return (
    <FullScreen
      label="Compare"
      onClose={onClose}
      onKey={(key) => {
        const action = findKeyAction(compareActions, key, context)
        return action && (() => action.run(context))
      }}
    >
      <div className="flex h-full flex-col">
        <header className="flex h-12 shrink-0 items-center gap-1 border-b px-2 pl-4">
          <h2 className="font-semibold max-sm:sr-only">Compare</h2>
          <Chips
            label="How to compare"
            options={offered}
            value={mode}
            onChange={setMode}
            show={(one) => modeLabels[one]}
            className="mr-auto flex gap-1 sm:ml-4"
            chipClassName="h-7 px-2.5 pointer-coarse:h-11 pointer-coarse:px-2.5"
          />
          <Button
            look="quiet"
            size="icon"
            aria-label="Reverse order"
            title="Reverse order (X)"
            className="max-sm:hidden"
            onClick={reverse}
          >
            <ArrowLeftRight size={16} aria-hidden />
          </Button>
          <ZoomBar controls={controls} geometry={geometry} />
          <Button look="quiet" size="icon" aria-label="Close" title="Close (Esc)" onClick={onClose}>
            <X size={18} aria-hidden />
          </Button>
        </header>
        <div className="contain-layout relative flex min-h-0 flex-1 flex-col">
          <Notices />
          {mode === 'slider' ? (
            <SliderCompare {...shared} share={share} onShare={setShare} />
          ) : mode === 'side' ? (
            <SideBySide {...shared} />
          ) : (
            <FlickerCompare {...shared} index={index} onIndex={setIndex} />
          )}
        </div>
        <Differences
          subjects={ordered}
          onUse={(record) => attempt(() => addAsInput(record, showComposer))}
        />
      </div>
    </FullScreen>
  )
}

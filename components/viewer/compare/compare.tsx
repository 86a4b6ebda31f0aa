import { ArrowLeftRight, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Notices } from '@/components/gallery/notices/notices'
import { Button } from '@/components/ui/button'
import { Chips } from '@/components/ui/chips'
import { type Room, type View, whole } from '@/components/viewer/viewport/zoom'
import { FullScreen } from '../full-screen'
import { NotHere } from '../not-here'
import { usePictureUrls } from '../viewport/use-picture-urls'
import { ZoomBar } from '../viewport/zoom-bar'
import { zoomOf } from '../viewport/zoom-keys'
import { Differences } from './differences'
import { FlickerCompare } from './flicker'
import { SideBySide } from './side-by-side'
import { Split } from './split'
import { type Compared, useComparedRecords } from './use-compared-records'

const modes = ['slider', 'side', 'flicker'] as const
type Mode = (typeof modes)[number]

const words: Record<Mode, string> = { slider: 'Slider', side: 'Side by side', flicker: 'Flicker' }

type Props = { ids: string[]; onClose: () => void }

/** Two to four finished pictures against each other, and below them what their requests differ in. */
export function Compare({ ids, onClose }: Props) {
  const subjects = useComparedRecords(ids)
  if (!subjects) return null
  return subjects.length < 2 ? <NotHere /> : <Comparison subjects={subjects} onClose={onClose} />
}

type ComparisonProps = { subjects: Compared[]; onClose: () => void }

function Comparison({ subjects, onClose }: ComparisonProps) {
  const offered = modes.filter((one) => one !== 'slider' || subjects.length === 2)
  const [chosen, setMode] = useState<Mode>('slider')
  const mode = offered.includes(chosen) ? chosen : 'side'
  const [swapped, setSwapped] = useState(false)
  const shown = useMemo(() => (swapped ? subjects.toReversed() : subjects), [subjects, swapped])
  const urls = usePictureUrls(subjects.map(({ id }) => id))
  const [view, setView] = useState<View>(whole)
  const [room, setRoom] = useState<Room | null>(null)
  const zoom = zoomOf(view, room, setView)
  const [share, setShare] = useState(0.5)
  const [turn, setTurn] = useState(0)
  const slide = (by: number) => () => setShare(Math.min(Math.max(share + by, 0), 1))
  const scenes = shown.flatMap(({ id, name, record }) => {
    const src = urls.get(id)
    return src && record.state.kind === 'done'
      ? { id, name, src, alt: record.prompt || record.modelName, picture: record.state.picture }
      : []
  })
  const stageProps = { scenes, view, onView: setView, onRoom: setRoom }

  return (
    <FullScreen
      label="Compare"
      onClose={onClose}
      keys={{
        ...(mode === 'slider' && { ArrowLeft: slide(-0.02), ArrowRight: slide(0.02) }),
        ...(mode === 'flicker' && { ' ': () => setTurn(turn + 1) }),
        ...zoom.keys,
        ...Object.fromEntries(modes.map((one, at) => [`${at + 1}`, () => setMode(one)])),
        x: () => setSwapped(!swapped),
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
            show={(one) => words[one]}
            className="mr-auto flex gap-1 sm:ml-4"
            chipClassName="h-7 px-2.5 pointer-coarse:h-11 pointer-coarse:px-2.5"
          />
          <Button
            look="quiet"
            size="icon"
            aria-label="Turn the order around"
            title="Turn the order around (X)"
            className="max-sm:hidden"
            onClick={() => setSwapped(!swapped)}
          >
            <ArrowLeftRight size={16} aria-hidden />
          </Button>
          <ZoomBar zoom={zoom} room={room} />
          <Button look="quiet" size="icon" aria-label="Close" title="Close (Esc)" onClick={onClose}>
            <X size={18} aria-hidden />
          </Button>
        </header>
        <div className="contain-layout relative flex min-h-0 flex-1 flex-col">
          <Notices />
          {mode === 'slider' ? (
            <Split {...stageProps} share={share} onShare={setShare} />
          ) : mode === 'side' ? (
            <SideBySide {...stageProps} />
          ) : (
            <FlickerCompare {...stageProps} turn={turn} onTurn={setTurn} />
          )}
        </div>
        <Differences subjects={shown} />
      </div>
    </FullScreen>
  )
}

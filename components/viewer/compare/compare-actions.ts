import type { KeyAction } from '@/components/ui/key-action'
import type { ZoomControls } from '../viewport/zoom-controls'

export const compareModes = ['slider', 'side', 'flicker'] as const
export type CompareMode = (typeof compareModes)[number]

/** What the keys of a comparison work on. */
export type CompareContext = {
  mode: CompareMode
  setMode: (mode: CompareMode) => void
  /** Moves the slider by a share of the width. */
  moveSlider: (by: number) => void
  showNext: () => void
  reverse: () => void
  controls: ZoomControls
}

const sliderStep = 0.02
const modeKeys = { shown: '1 2 3', description: 'Slider, side by side, flicker' }
const arrowKeys = {
  shown: '← →',
  description: 'Move the slider, or the picture while zoomed',
}
const isZoomed = ({ controls }: CompareContext) => controls.isZoomed
const isSlider = ({ mode }: CompareContext) => mode === 'slider'

/** Every key of a comparison. The first enabled action of a key runs. */
export const compareActions: KeyAction<CompareContext>[] = [
  ...compareModes.map((mode, index) => ({
    keys: { names: [`${index + 1}`], ...modeKeys },
    run: ({ setMode }: CompareContext) => setMode(mode),
  })),
  {
    keys: { names: [' '], shown: 'Space', description: 'Flicker: turn to the next' },
    isEnabled: ({ mode }) => mode === 'flicker',
    run: ({ showNext }) => showNext(),
  },
  {
    keys: { names: ['ArrowLeft'], ...arrowKeys },
    isEnabled: isZoomed,
    run: ({ controls }) => controls.panLeft(),
  },
  {
    keys: { names: ['ArrowRight'], ...arrowKeys },
    isEnabled: isZoomed,
    run: ({ controls }) => controls.panRight(),
  },
  {
    keys: { names: ['ArrowUp'], ...arrowKeys },
    isEnabled: isZoomed,
    run: ({ controls }) => controls.panUp(),
  },
  {
    keys: { names: ['ArrowDown'], ...arrowKeys },
    isEnabled: isZoomed,
    run: ({ controls }) => controls.panDown(),
  },
  {
    keys: { names: ['ArrowLeft'], ...arrowKeys },
    isEnabled: isSlider,
    run: ({ moveSlider }) => moveSlider(-sliderStep),
  },
  {
    keys: { names: ['ArrowRight'], ...arrowKeys },
    isEnabled: isSlider,
    run: ({ moveSlider }) => moveSlider(sliderStep),
  },
  {
    keys: { names: ['+', '='], shown: '+ −', description: 'Zoom' },
    run: ({ controls }) => controls.zoomIn(),
  },
  {
    keys: { names: ['-'], shown: '+ −', description: 'Zoom' },
    run: ({ controls }) => controls.zoomOut(),
  },
  {
    keys: { names: ['0'], shown: '0', description: 'Fit' },
    run: ({ controls }) => controls.reset(),
  },
  {
    keys: { names: ['x'], shown: 'X', description: 'Reverse order' },
    run: ({ reverse }) => reverse(),
  },
]

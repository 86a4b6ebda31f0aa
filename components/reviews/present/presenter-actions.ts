import type { KeyAction } from '@/components/ui/key-action'

/** What the keys of a presenter work on. */
export type PresenterContext = {
  move: (by: number) => void
  toggleBlack: () => void
  toggleCode: () => void
}

const arrows = { shown: '← →', description: 'Previous/next picture' }

export const presenterActions: KeyAction<PresenterContext>[] = [
  { keys: { names: ['ArrowLeft', 'PageUp'], ...arrows }, run: ({ move }) => move(-1) },
  { keys: { names: ['ArrowRight', 'PageDown', ' '], ...arrows }, run: ({ move }) => move(1) },
  {
    keys: { names: ['b', '.'], shown: 'B', description: 'Black screen' },
    run: ({ toggleBlack }) => toggleBlack(),
  },
  {
    keys: { names: ['q'], shown: 'Q', description: 'QR code of the link' },
    run: ({ toggleCode }) => toggleCode(),
  },
]

import type { KeyAction } from '@/components/ui/key-action'

/** What the keys of a presentation work on. */
export type PresentationContext = {
  /** One picture fills the screen, instead of the gallery. */
  isSingle: boolean
  move: (by: number) => void
  toggleSlideshow: () => void
  toggleBlack: () => void
  showGallery: () => void
  showPicture: () => void
}

const arrows = { shown: '← →', description: 'Newer/older picture' }

/** Every key while presenting. The first enabled action of a key runs; Esc ends it. */
export const presentationActions: KeyAction<PresentationContext>[] = [
  {
    keys: { names: ['ArrowLeft', 'PageUp'], ...arrows },
    run: ({ move }) => move(-1),
  },
  {
    keys: { names: ['ArrowRight', 'PageDown'], ...arrows },
    run: ({ move }) => move(1),
  },
  {
    keys: { names: ['s'], shown: 'S', description: 'Slideshow' },
    run: ({ toggleSlideshow }) => toggleSlideshow(),
  },
  {
    keys: { names: ['b'], shown: 'B', description: 'Black screen' },
    run: ({ toggleBlack }) => toggleBlack(),
  },
  {
    keys: { names: ['g'], shown: 'G', description: 'All pictures, the newest large' },
    isEnabled: ({ isSingle }) => isSingle,
    run: ({ showGallery }) => showGallery(),
  },
  {
    keys: { names: ['Enter'], shown: 'Enter', description: 'One picture' },
    isEnabled: ({ isSingle }) => !isSingle,
    run: ({ showPicture }) => showPicture(),
  },
  {
    keys: { names: [], shown: 'Esc', description: 'Stop presenting' },
    run: () => undefined,
  },
]

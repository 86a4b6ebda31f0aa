import type { KeyboardEvent } from 'react'
import { useGuest } from './guest-context'
import { PictureTile } from './picture-tile'

/** Shapes that differ by less look like one. */
const uniformRatio = 1.15
/** Pictures of the first view, on a wide screen. */
const firstCount = 8

type Props = {
  onOpen: (id: string) => void
  /** A picture is likely to be opened. */
  onNear: () => void
}

/** All pictures. Arrows move from one to the next; P picks, 1 to 5 rate, Enter opens. */
export function PictureGrid({ onOpen, onNear }: Props) {
  const { view, asGuest, togglePick, rate } = useGuest()
  const { pictures, review } = view
  const aspects = pictures.map(({ width, height }) => width / height)
  const isUniform = Math.max(...aspects) / Math.min(...aspects) < uniformRatio

  function onKeyDown(event: KeyboardEvent<HTMLElement>, id: string) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const target = neighbour(event)
    const isOpen = review.state === 'open'
    if (target) target.focus()
    else if (event.key.toLowerCase() === 'p' && isOpen) asGuest(() => togglePick(id))
    else if (/^[1-5]$/.test(event.key) && isOpen) asGuest(() => rate(id, Number(event.key)))
    else return
    event.preventDefault()
  }

  return (
    <ul
      onPointerEnter={onNear}
      onFocus={onNear}
      aria-label="Pictures"
      className="grid grid-cols-2 gap-x-3 gap-y-6 sm:grid-cols-3 sm:gap-x-5 sm:gap-y-8 xl:grid-cols-4"
    >
      {pictures.map((picture, position) => (
        <PictureTile
          key={picture.id}
          picture={picture}
          position={position}
          isUniform={isUniform}
          isFirst={position < firstCount}
          onOpen={() => onOpen(picture.id)}
          onKeyDown={(event) => onKeyDown(event, picture.id)}
        />
      ))}
    </ul>
  )
}

/** The tile that an arrow leads to. Those above and below have the same left edge. */
function neighbour({ key, currentTarget }: KeyboardEvent<HTMLElement>): HTMLElement | undefined {
  const tiles = [...document.querySelectorAll<HTMLElement>('[data-tile]')]
  const at = tiles.indexOf(currentTarget)
  const left = (tile: HTMLElement) => Math.round(tile.getBoundingClientRect().left)
  const isInColumn = (tile: HTMLElement) => left(tile) === left(currentTarget)
  switch (key) {
    case 'ArrowLeft':
      return tiles[at - 1]
    case 'ArrowRight':
      return tiles[at + 1]
    case 'ArrowUp':
      return tiles.slice(0, at).findLast(isInColumn)
    case 'ArrowDown':
      return tiles.slice(at + 1).find(isInColumn)
    case 'Home':
      return tiles[0]
    case 'End':
      return tiles.at(-1)
    default:
      return undefined
  }
}

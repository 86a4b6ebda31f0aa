import type { MouseEvent } from 'react'

type Props = {
  name: string | undefined
  isSelected: boolean
  isSelecting: boolean
  onClick: (event: MouseEvent) => void
}

/** A tile's checkbox and the border of a selected tile. */
export function SelectBox({ name, isSelected, isSelecting, onClick }: Props) {
  const visibility = isSelecting
    ? ''
    : 'pointer-events-none opacity-0 group-has-data-picture:group-hover:pointer-events-auto group-has-data-picture:group-hover:opacity-100'
  return (
    <>
      {isSelected ? (
        <span className="pointer-events-none absolute inset-0 rounded-md ring-3 ring-accent ring-inset" />
      ) : null}
      <label
        className={`absolute top-0 left-0 cursor-pointer p-2 pointer-coarse:p-3 ${visibility}`}
      >
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`Select: ${name}`}
          checked={isSelected}
          readOnly
          onClick={onClick}
          className="pick"
        />
      </label>
    </>
  )
}

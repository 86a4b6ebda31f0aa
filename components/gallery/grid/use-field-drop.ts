import { useEffect } from 'react'
import { offerPicturesTo } from '@/lib/draft/offered-pictures'
import type { Drag } from './drag'

/** Drops pictures of the gallery on a picture field of the form. The tray of the boards lies over it, so its place counts. */
export function useFieldDrop({ ids }: Drag): void {
  useEffect(() => {
    const end = new AbortController()
    const options = { capture: true, signal: end.signal }
    const mark = (over: HTMLElement | undefined) => {
      for (const box of fieldBoxes()) box.toggleAttribute('data-over', box === over)
    }
    addEventListener('pointermove', (event) => mark(boxAt(event)), options)
    addEventListener(
      'pointerup',
      async (event) => {
        const field = boxAt(event)?.dataset.pictureField
        if (field === undefined) return
        const { inputsFromRecords } = await import(
          '@/components/composer/picture-input/inputs-from-records'
        )
        offerPicturesTo(field, await inputsFromRecords(ids))
      },
      options,
    )
    return () => {
      end.abort()
      mark(undefined)
    }
  }, [ids])
}

const fieldBoxes = () => [...document.querySelectorAll<HTMLElement>('[data-picture-field]')]

function boxAt({ clientX, clientY }: PointerEvent): HTMLElement | undefined {
  return fieldBoxes().find((box) => {
    const { left, right, top, bottom } = box.getBoundingClientRect()
    return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom
  })
}

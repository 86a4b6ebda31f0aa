import { useEffect, useState } from 'react'
import { useGallery } from './gallery-context'
import { showNotice } from './notices/notice'
import { openDroppedFiles } from './open-file'

/** Opens a file dropped anywhere on the page. @returns whether a file is dragged over the page now */
export function useFileDrop(): boolean {
  const { onEdit } = useGallery()
  const [isOver, setOver] = useState(false)

  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    }
    const onDragLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const onDrop = (event: DragEvent) => {
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0 || event.defaultPrevented) return
      event.preventDefault()
      void openDroppedFiles(files, onEdit).then((sentence) => sentence && showNotice(sentence))
    }
    addEventListener('dragover', onDragOver)
    addEventListener('dragleave', onDragLeave)
    addEventListener('drop', onDrop)
    return () => {
      removeEventListener('dragover', onDragOver)
      removeEventListener('dragleave', onDragLeave)
      removeEventListener('drop', onDrop)
    }
  }, [onEdit])

  return isOver
}

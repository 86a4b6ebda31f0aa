import { useEffect, useState } from 'react'
import { replaceDraft } from '@/lib/draft/draft'
import { useGallery } from './gallery-context'
import { showNotice } from './notices/notice'

/** Takes files dropped anywhere on the page. @returns whether one hovers over it now */
export function useFileDrop(): boolean {
  const { onEdit } = useGallery()
  const [over, setOver] = useState(false)

  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    }
    const onDragLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const onDrop = (event: DragEvent) => {
      setOver(false)
      const [file] = event.dataTransfer?.files ?? []
      if (!file || event.defaultPrevented) return
      event.preventDefault()
      void take(file, onEdit).then(showNotice)
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

  return over
}

/** Puts a file's settings into the form, or a backup back. @returns what came of it, in a sentence */
export async function take(file: File, onEdit?: () => void): Promise<string> {
  try {
    const { importFile } = await import('@/lib/transfer/import-file')
    const { settings, message: words } = await importFile(file)
    if (settings) {
      replaceDraft(settings)
      onEdit?.()
    }
    return words
  } catch {
    return `${file.name} could not be read.`
  }
}

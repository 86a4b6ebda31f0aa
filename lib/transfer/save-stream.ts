declare global {
  interface Window {
    /** File System Access API: Chromium only. */
    showSaveFilePicker?: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>
  }
}

/**
 * Writes a body of any size to the disk. With the File System Access API, only a chunk is in memory at a
 * time; elsewhere the browser collects the whole body first.
 * @returns false when no file was chosen
 */
export async function saveStream(name: string, createResponse: () => Response): Promise<boolean> {
  if (!window.showSaveFilePicker) {
    download(name, await createResponse().blob())
    return true
  }
  const file = await window.showSaveFilePicker({ suggestedName: name }).catch(unlessAborted)
  if (!file) return false
  await createResponse().body?.pipeTo(await file.createWritable())
  return true
}

function download(name: string, blob: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

function unlessAborted(error: unknown): null {
  if (error instanceof DOMException && error.name === 'AbortError') return null
  throw error
}

declare global {
  interface Window {
    /** File System Access API: Chromium only. */
    showSaveFilePicker?: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>
  }
}

/**
 * Writes a body of any size to the disk. Where the browser lets a page write to a chosen file, no more
 * than a chunk of it is ever in memory; elsewhere the browser gathers it first, then downloads.
 * @returns false when the person chose no file
 */
export async function saveStream(name: string, make: () => Response): Promise<boolean> {
  if (!window.showSaveFilePicker) {
    download(name, await make().blob())
    return true
  }
  const file = await window.showSaveFilePicker({ suggestedName: name }).catch(unlessAborted)
  if (!file) return false
  await make().body?.pipeTo(await file.createWritable())
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

import { useEffect, useRef, useState } from 'react'
import { useInputError } from '../fields/use-input-error'

type State =
  /** `share` from 0 to 1; 0 while the picture is being reduced. */
  | { kind: 'running'; share: number }
  | { kind: 'failed'; message: string }
  /** Waits for the uploads before it. */
  | { kind: 'uploaded'; url: string }

export type Upload = {
  id: number
  file: Blob
  /** An object address of the file, for its thumbnail. */
  preview: string
  state: State
}

/**
 * The uploads of one field. They arrive in the order in which they were chosen, whichever ends first;
 * each can be cancelled, and tried again when it failed. Until all have ended, the draft is not sent.
 * @param name of the field's property
 */
export function useUploads(name: string, onArrived: (url: string) => void) {
  const [uploads, setUploads] = useState<Upload[]>([])
  const controllers = useRef(new Map<number, AbortController>())
  useInputError(name, uploadIssue(uploads))

  useEffect(() => {
    const { current } = controllers
    return () => {
      for (const controller of current.values()) controller.abort()
    }
  }, [])

  // Those at the head of the line have arrived; one that failed lets the others pass.
  const waitingIndex = uploads.findIndex(({ state }) => state.kind === 'running')
  const arrived = uploads
    .slice(0, waitingIndex < 0 ? uploads.length : waitingIndex)
    .filter(({ state }) => state.kind === 'uploaded')
  const arrive = useRef(onArrived)
  arrive.current = onArrived
  useEffect(() => {
    if (arrived.length === 0) return
    setUploads((all) => all.filter((one) => !arrived.includes(one)))
    for (const { state, preview } of arrived) {
      URL.revokeObjectURL(preview)
      if (state.kind === 'uploaded') arrive.current(state.url)
    }
  })

  const setState = (id: number, state: State) =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, state } : one)))

  const remove = ({ id, preview }: Upload) => {
    controllers.current.get(id)?.abort()
    URL.revokeObjectURL(preview)
    setUploads((all) => all.filter((one) => one.id !== id))
  }

  const run = async ({ id, file }: Upload) => {
    const controller = new AbortController()
    controllers.current.set(id, controller)
    setState(id, { kind: 'running', share: 0 })
    try {
      const { uploadFile } = await import('./upload-file')
      const url = await uploadFile(
        file,
        (share) => setState(id, { kind: 'running', share }),
        controller.signal,
      )
      setState(id, { kind: 'uploaded', url })
    } catch (error) {
      if (!controller.signal.aborted)
        setState(id, {
          kind: 'failed',
          message: error instanceof Error ? error.message : String(error),
        })
    } finally {
      controllers.current.delete(id)
    }
  }

  const start = (files: Iterable<Blob>) => {
    const added = [...files].map(
      (file): Upload => ({
        id: nextId++,
        file,
        preview: URL.createObjectURL(file),
        state: { kind: 'running', share: 0 },
      }),
    )
    setUploads((all) => [...all, ...added])
    for (const each of added) void run(each)
  }

  return { uploads, start, retry: run, remove }
}

let nextId = 1

function uploadIssue(uploads: Upload[]): string | null {
  if (uploads.some(({ state }) => state.kind === 'failed'))
    return 'Try the upload again, or remove it.'
  return uploads.length > 0 ? 'Wait for the upload to finish.' : null
}

import { useEffect } from 'react'
import { setInputError } from '@/lib/draft/draft'

/** Keeps the draft from being sent while the text in a control is no value. @param path of the property */
export function useInputError(path: string, message: string | null): void {
  useEffect(() => {
    if (message === null) return
    setInputError(path, message)
    return () => setInputError(path, null)
  }, [path, message])
}

import { offerPictures } from '@/lib/draft/offered-pictures'

/** Takes pictures pasted anywhere on the page as inputs. @param onOffered once the form has them */
export function pastePictures(event: ClipboardEvent, onOffered: () => void): void {
  const { clipboardData, target } = event
  if (!clipboardData || event.defaultPrevented || document.querySelector('dialog[open]')) return
  const files = [...clipboardData.files].filter(({ type }) => type.startsWith('image/'))
  if (files.length === 0) return
  // Office programs put a picture of the text beside the text itself.
  if (isTextBox(target) && clipboardData.types.includes('text/plain')) return
  event.preventDefault()
  offerPictures({ files, urls: [] })
  onOffered()
}

const isTextBox = (target: EventTarget | null) =>
  target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement

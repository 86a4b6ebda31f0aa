type Key = { key: string; isComposing: boolean; keyCode: number }

/** Whether a key belongs to an input method: its Enter ends a word, not the text. Safari sends 229 instead. */
export const isComposing = (event: Key): boolean => event.isComposing || event.keyCode === 229

/** Keeps a held Enter or space bar from pressing a button again and again. */
export function preventRepeatedPress(event: KeyboardEvent): void {
  const isPress = event.key === 'Enter' || event.key === ' '
  if (event.repeat && isPress && event.target instanceof HTMLButtonElement) event.preventDefault()
}

export const isCommand = ({ metaKey, ctrlKey }: KeyboardEvent): boolean => metaKey || ctrlKey

export const isGenerateKey = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && isCommand(event)

/**
 * As `copyText`, for a text that is still being made: Safari lets the page copy only if that begins within the click.
 * @returns whether the browser did it
 * @throws when the text could not be made
 */
export async function copyPromised(text: Promise<string>): Promise<boolean> {
  try {
    const blob = text.then((one) => new Blob([one], { type: 'text/plain' }))
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })])
    return true
  } catch {
    const made = await text
    const { copyText } = await import('./copy-text')
    return copyText(made)
  }
}

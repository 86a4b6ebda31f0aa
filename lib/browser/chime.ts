let context: AudioContext | undefined

/** Two soft tones, a third of a second in all. Silent until the page was touched once. */
export async function chime(): Promise<void> {
  context ??= new AudioContext()
  await context.resume()
  const start = context.currentTime
  for (const [index, frequency] of [659, 880].entries())
    tone(context, frequency, start + index * 0.12)
}

function tone(audio: AudioContext, frequency: number, at: number): void {
  const oscillator = audio.createOscillator()
  const gain = audio.createGain()
  oscillator.frequency.value = frequency
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(0.08, at + 0.015)
  gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.22)
  oscillator.connect(gain).connect(audio.destination)
  oscillator.start(at)
  oscillator.stop(at + 0.24)
}

/** A word of these anywhere in a prompt makes the sandbox misbehave as Krea sometimes does. */
export const faults = [
  { word: '#nsfw', what: 'The job fails: its content was refused.' },
  { word: '#fail', what: 'The job fails and gives no reason.' },
  { word: '#empty', what: 'The job completes without a picture.' },
  { word: '#slow', what: 'The job takes six times as long.' },
  { word: '#402', what: 'The balance is empty.' },
  { word: '#429', what: 'Too many jobs run at once: try again in two seconds.' },
  { word: '#500', what: 'Server error; no job is created.' },
  { word: '#html', what: 'A gateway answers 502 with a page of HTML.' },
  { word: '#hang', what: 'No response for two minutes.' },
  { word: '#cut', what: 'The job is made, but its answer is lost on the way.' },
] as const

export type Fault = (typeof faults)[number]['word']

/** The first fault a prompt asks for. */
export function faultIn(prompt: string): Fault | null {
  const words = new Set(prompt.toLowerCase().split(/[^#\w]+/))
  return faults.find(({ word }) => words.has(word))?.word ?? null
}

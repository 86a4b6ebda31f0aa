import * as z from 'zod/mini'
import { createStored } from '../../browser/stored'

const maxSaved = 200

/** The prompts that a person saved, newest first. */
const savedPrompts = createStored('prompts', z.array(z.string()), [])

export const useSavedPrompts = savedPrompts.use

export function savePrompt(prompt: string): void {
  const others = savedPrompts.read().filter((other) => other !== prompt)
  savedPrompts.write([prompt, ...others].slice(0, maxSaved))
}

export function removeSavedPrompt(prompt: string): void {
  savedPrompts.write(savedPrompts.read().filter((other) => other !== prompt))
}

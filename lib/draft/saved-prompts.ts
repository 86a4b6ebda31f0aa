import * as z from 'zod/mini'

const storageKey = 'krea-playground:prompts'
const mostSaved = 200

/** The prompts that a person keeps, the newest first. */
export function readSavedPrompts(): string[] {
  try {
    const saved = z
      .array(z.string())
      .safeParse(JSON.parse(localStorage.getItem(storageKey) ?? '[]'))
    return saved.success ? saved.data : []
  } catch {
    return []
  }
}

/** @returns the prompts as they are kept now. Storage may be full or forbidden: then nothing changes. */
export function savePrompt(prompt: string): string[] {
  return write([prompt, ...readSavedPrompts().filter((other) => other !== prompt)])
}

export function forgetPrompt(prompt: string): string[] {
  return write(readSavedPrompts().filter((other) => other !== prompt))
}

function write(prompts: string[]): string[] {
  try {
    localStorage.setItem(storageKey, JSON.stringify(prompts.slice(0, mostSaved)))
  } catch {}
  return readSavedPrompts()
}

import 'server-only'
import type { Input } from '@/lib/catalog/field'
import type { Call, Context } from '../context'
import { builtInStyles } from './built-in-styles'
import { listTrained } from './trained-style'

/** The styles that a body asks for, as words of a prompt: a style steers the palette. */
export async function styleWords(
  context: Context,
  call: Call,
  { styles: asked }: Input,
): Promise<string> {
  const text = JSON.stringify(asked ?? null)
  if (!text.includes('"id"')) return ''
  const trained = await listTrained(context, call)
  return [
    ...builtInStyles.filter(({ id }) => text.includes(`"${id}"`)).map(({ palette }) => palette),
    ...trained.filter(({ id }) => text.includes(`"${id}"`)).map(({ prompt }) => prompt),
  ].join(' ')
}

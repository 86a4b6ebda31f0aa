import 'server-only'
import type { Input } from '../../catalog/field'
import { invalid } from '../http/answer'

/** A rule between fields that no schema states. */
type Rule = { when: (body: Input) => boolean; needs: (body: Input) => boolean; message: string }

const isEmpty = (value: unknown) => !Array.isArray(value) || value.length === 0

/**
 * Rules of Krea 3, for documents that have its fields beyond the bundled one. Source: refusals that its users
 * reported; the names are as they read there.
 */
const rules: Rule[] = [
  {
    when: ({ thinking_mode }) => thinking_mode === 'ultra',
    needs: ({ resolution }) => String(resolution).toLowerCase() === '2k',
    message: 'thinking_mode ultra needs resolution 2k',
  },
  {
    when: ({ local_edit }) => local_edit === true,
    needs: ({ model }) => model === undefined || model === 'berry',
    message: 'local_edit needs model berry',
  },
  {
    when: ({ local_edit }) => local_edit === true,
    needs: ({ image_urls }) => !isEmpty(image_urls),
    message: 'local_edit needs at least one picture in image_urls',
  },
]

/** @throws Refusal 400 with a sentence alone, as Krea does */
export function checkFieldRules(body: Input): void {
  const broken = rules.find(({ when, needs }) => when(body) && !needs(body))
  if (broken) throw invalid(broken.message)
}

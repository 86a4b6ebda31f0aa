import { Images, Upload } from 'lucide-react'
import { type ComponentType, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import { useHasInteracted } from '@/lib/browser/first-interaction'
import type { FieldOf } from '@/lib/catalog/field'
import { useDraft } from '@/lib/draft/use-draft'
import { FieldFrame } from '../fields/field-frame'

const upload = 'Upload from this device'
const gallery = 'Choose from gallery'

type Props = { field: FieldOf<'image'> }

/**
 * The image field of the first form. Until somebody moves, or a picture is in the draft, it is drawn only: the
 * code that takes pictures is a tenth of what a first visit would load.
 */
export function FirstImageField({ field }: Props) {
  const hasValue = useDraft(({ draft }) => draft.input[field.name] !== undefined)
  const hasInteracted = useHasInteracted()
  const [Part, setPart] = useState<ComponentType<Props>>()
  const box = useRef<HTMLDivElement>(null)
  const hadFocus = useRef(false)
  const pressed = useRef('')
  const [text, setText] = useState('')
  const isNeeded = hasInteracted || hasValue || text !== ''

  useEffect(() => {
    if (!isNeeded) return
    let isCurrent = true
    import('./image-field').then(
      (file) => {
        hadFocus.current = box.current?.contains(document.activeElement) ?? false
        if (isCurrent) setPart(() => file.ImageField)
      },
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [isNeeded])

  useLayoutEffect(() => {
    if (!Part) return
    const input = box.current?.querySelector('input')
    if (hadFocus.current) input?.focus()
    if (input && text) typeInto(input, text)
    // A press on the drawing was meant for the button that takes its place.
    box.current?.querySelector<HTMLElement>(`[aria-label="${pressed.current}"]`)?.click()
  }, [Part])

  return (
    <div ref={box}>
      {Part ? (
        <Part field={field} />
      ) : (
        <Drawing
          field={field}
          onText={setText}
          onPress={(label) => {
            pressed.current = label
          }}
        />
      )}
    </div>
  )
}

type DrawingProps = Props & { onPress: (label: string) => void; onText: (text: string) => void }

/** Looks like the empty field. */
function Drawing({ field, onPress, onText }: DrawingProps) {
  return (
    <FieldFrame field={field} resettable={false} hint={field.required ? undefined : 'optional'}>
      {({ id, describedBy }) => (
        <div className="flex gap-1.5">
          <TextInput
            id={id}
            placeholder="Drop, paste, or enter a URL"
            onChange={({ target }) => onText(target.value)}
            aria-describedby={describedBy}
          />
          <Button size="icon" aria-label={upload} onClick={() => onPress(upload)}>
            <Upload size={15} aria-hidden />
          </Button>
          <Button size="icon" aria-label={gallery} onClick={() => onPress(gallery)}>
            <Images size={15} aria-hidden />
          </Button>
        </div>
      )}
    </FieldFrame>
  )
}

/** What was typed into the drawing goes on in the field, whose blur then reads it. */
function typeInto(input: HTMLInputElement, text: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

import type { Field, FieldOf, Input, Model } from '../catalog/field'

/** Switches that govern a field of quite another name. */
const irregular: ReadonlyMap<string, string> = new Map([
  ['image_scaling_factor', 'upscaling_activated'],
])

/** The switch of a field: `grain` governs `grain_size`, and `scene_transfer` governs `scene_prompt`. */
export function switchOf({ fields }: Model, field: Field): FieldOf<'toggle'> | undefined {
  if (field.kind === 'toggle') return undefined
  return fields
    .filter((one) => one.kind === 'toggle')
    .find(({ name }) => {
      const stem = name.includes('_') ? name.slice(0, name.lastIndexOf('_')) : name
      return (
        irregular.get(field.name) === name ||
        field.name.startsWith(`${name}_`) ||
        field.name.startsWith(`${stem}_`)
      )
    })
}

/** Whether a field has no effect, since its switch is off. */
export function isSwitchedOff(model: Model, field: Field, input: Input): boolean {
  const toggle = switchOf(model, field)
  return toggle !== undefined && (input[toggle.name] ?? toggle.default ?? false) === false
}

import { Button } from '@/components/ui/button'
import { isActionEnabled, type ViewerAction, type ViewerContext } from './viewer-action'

type Props = { action: ViewerAction; context: ViewerContext }

/** The button of an action, as its place in the viewer wants it. */
export function ActionButton({ action, context }: Props) {
  const { label, button, keys, run } = action
  if (!button) return null
  const isEnabled = isActionEnabled(action, context)
  if (button.hideIfDisabled && !isEnabled) return null
  const title = button.title?.(context)
  const props = { disabled: !isEnabled, onClick: () => run(context) }
  const tooltip = keys ? `${title ?? label} (${keys.shown})` : (title ?? label)

  switch (button.place) {
    case 'header':
    case 'main':
    case 'more': {
      const { icon: Icon, isPressed, isHiddenOnTouch } = button
      if (button.look === 'primary')
        return (
          <Button {...props} look="primary" size="sm" className="mr-auto h-8" title={tooltip}>
            <Icon size={15} aria-hidden />
            {label}
          </Button>
        )
      return (
        <Button
          {...props}
          look="quiet"
          size="icon"
          aria-label={label}
          aria-pressed={isPressed?.(context)}
          title={tooltip}
          className={`${pressedLooks[button.place]} ${button.look === 'danger' ? 'hover:text-danger' : ''} ${isHiddenOnTouch ? 'pointer-coarse:hidden' : ''}`}
        >
          <Icon size={iconSizes[button.place]} aria-hidden />
        </Button>
      )
    }
    case 'create': {
      const { icon: Icon } = button
      const note = button.note?.(context)
      return (
        <Button
          {...props}
          size="sm"
          className="h-8 justify-start! [&>svg]:text-muted"
          title={title}
        >
          <Icon size={14} aria-hidden />
          {label}
          {note ? (
            <span className="ml-auto font-normal text-muted tabular-nums">{note}</span>
          ) : null}
        </Button>
      )
    }
    case 'copy':
      return (
        <Button {...props} look="quiet" size="sm" aria-label={label} className="px-1.5!">
          {button.text}
        </Button>
      )
    default:
      return button satisfies never
  }
}

const iconSizes = { header: 17, main: 17, more: 14 }

const pressedLooks = {
  header: 'aria-pressed:text-ink',
  main: 'aria-pressed:text-ink aria-pressed:[&>svg]:fill-current',
  more: '',
}

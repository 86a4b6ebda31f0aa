import { type ComponentProps, useLayoutEffect, useRef } from 'react'

/** A box for several lines, as high as its text within the limits that its class sets. */
export function TextArea({ className = '', value, ...props }: ComponentProps<'textarea'>) {
  const ref = useRef<HTMLTextAreaElement>(null)

  useLayoutEffect(() => {
    const box = ref.current
    if (!box || CSS.supports('field-sizing', 'content')) return
    box.style.height = 'auto'
    box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`
  }, [value])

  return (
    <textarea ref={ref} value={value} className={`field-sizing-content ${className}`} {...props} />
  )
}

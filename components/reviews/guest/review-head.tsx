import { useGuest } from './guest-context'
import { NameForm } from './name-form'

/** What this is about, and who is asked. */
export function ReviewHead() {
  const { view, actions } = useGuest()
  const { title, brief, question, state } = view.review
  return (
    <header className="grid gap-4 pt-8 pb-8 sm:pt-14 sm:pb-10">
      <h1
        className="text-balance font-semibold text-2xl leading-tight tracking-tight sm:text-4xl"
        dir="auto"
      >
        {title}
      </h1>
      {brief ? (
        <p
          className="max-w-2xl whitespace-pre-line text-pretty text-base text-muted leading-relaxed"
          dir="auto"
        >
          {brief}
        </p>
      ) : null}
      {question ? (
        <p className="max-w-2xl text-balance font-medium text-lg leading-snug" dir="auto">
          {question}
        </p>
      ) : null}
      {state === 'closed' ? (
        <p className="w-fit rounded-md bg-raised px-3 py-2 font-medium">
          This review is closed. You can still look at the pictures.
        </p>
      ) : view.you === null ? (
        <NameForm submit="Start" onName={actions.setName} />
      ) : null}
    </header>
  )
}

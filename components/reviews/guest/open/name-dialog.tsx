import { Dialog } from '@/components/ui/dialog'
import { useGuest } from '../guest-context'
import { NameForm } from '../name-form'

type Props = { onClose: () => void; onNamed: () => void }

/** Asks who is judging, before the first verdict. */
export function NameDialog({ onClose, onNamed }: Props) {
  const { actions } = useGuest()
  return (
    <Dialog open onClose={onClose} title="Who is judging?">
      <NameForm
        submit="Go on"
        isStart
        onName={async (name) => {
          const isWritten = await actions.setName(name)
          if (isWritten) onNamed()
          return isWritten
        }}
      />
    </Dialog>
  )
}

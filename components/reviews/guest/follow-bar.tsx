import { MonitorPlay } from 'lucide-react'
import { Button } from '@/components/ui/button'

type Props = { onFollow: () => void }

/** Offered while somebody presents. */
export const FollowBar = ({ onFollow }: Props) => (
  <div className="fixed inset-x-3 bottom-20 z-10 mx-auto flex w-fit max-w-full items-center gap-3 rounded-full bg-ink py-1.5 pr-1.5 pl-4 text-page shadow-lg">
    <p className="inline-flex items-center gap-2 font-medium">
      <MonitorPlay size={16} aria-hidden />
      Being presented now
    </p>
    <Button
      onClick={onFollow}
      className="rounded-full! border-transparent! bg-page! text-ink! hover:bg-page/85!"
    >
      Follow
    </Button>
  </div>
)

import { ImageOff } from 'lucide-react'
import { damagedFileSentence } from '@/lib/library/storage/shown-file'

type Props = { sentence?: string }

/** In place of a saved picture whose bytes are gone. A click still opens its record. */
export const DamagedPicture = ({ sentence = damagedFileSentence }: Props) => (
  <div className="absolute inset-0 grid place-content-center justify-items-center gap-1.5 p-2.5 text-center text-muted text-xs">
    <ImageOff size={18} aria-hidden />
    <p className="line-clamp-3 text-balance @max-[7rem]:hidden">{sentence}</p>
  </div>
)

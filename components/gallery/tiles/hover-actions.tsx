import { Download, ImagePlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { addPicture } from '@/lib/draft/replace-draft'
import { addressOf } from '@/lib/engine/pictures/reference-picture'
import type { GalleryRecord } from '@/lib/record/record'
import { downloadPictures } from '../download-pictures'
import { useGallery } from '../gallery-context'
import { showNotice } from '../notices/notice'

/** Frequent actions under the pointer. Keys and the viewer have them too, and they cost nothing. */
export function HoverActions({ record }: { record: GalleryRecord }) {
  const { onEdit } = useGallery()

  const use = async () => {
    try {
      if (addPicture(await addressOf(record))) onEdit?.()
      else showNotice('This model takes no images. Choose another model first.')
    } catch (error) {
      showNotice(error instanceof Error ? error.message : 'The picture could not be used.')
    }
  }
  return (
    <div className="invisible absolute top-0 right-9 flex group-hover:visible pointer-coarse:hidden @max-[9rem]:hidden">
      <HoverButton label="Use as input" onClick={() => void use()}>
        <ImagePlus size={18} aria-hidden />
      </HoverButton>
      <HoverButton label="Download" onClick={() => void downloadPictures([record.id])}>
        <Download size={18} aria-hidden />
      </HoverButton>
    </div>
  )
}

type ButtonProps = { label: string; onClick: () => void; children: ReactNode }

const HoverButton = ({ label, onClick, children }: ButtonProps) => (
  <button
    type="button"
    tabIndex={-1}
    aria-label={label}
    title={label}
    onClick={onClick}
    className="p-2 text-white drop-shadow-[0_0_2px_rgb(0_0_0/0.7)]"
  >
    {children}
  </button>
)

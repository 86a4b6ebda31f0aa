import { Download, FolderHeart, GitCompare, Heart, Share2, Trash2 } from 'lucide-react'
import { lazyPart } from '@/components/ui/lazy-part'
import { deleteRecords } from '@/lib/library/deletion'
import { toggleFavourites } from '@/lib/library/favourite'
import { entryOf } from '@/lib/record/entry'
import { hasPicture, isSaved } from '@/lib/record/record-state'
import { closeOverlay, openPicture } from '../overlay-address'
import { downloadPicture } from './download-picture'
import type { ViewerAction } from './viewer-action'

const BoardsDialog = lazyPart(() =>
  import('@/components/gallery/boards/boards-dialog').then((file) => file.BoardsDialog),
)
const ComparePicker = lazyPart(() =>
  import('../compare/compare-picker').then((file) => file.ComparePicker),
)

const ShareDialog = lazyPart(() =>
  import('@/components/reviews/share/share-dialog').then((file) => file.ShareDialog),
)

/** The most frequent actions. */
export const mainActions: ViewerAction[] = [
  {
    id: 'download',
    label: 'Download',
    button: { place: 'main', icon: Download, look: 'primary', hideIfDisabled: true },
    keys: { names: ['d'], shown: 'D', description: 'Download' },
    isEnabled: ({ record }) => hasPicture(record.state.kind),
    run: ({ record, fileAt, attempt }) => attempt(() => downloadPicture(record, fileAt)),
  },
  {
    id: 'favourite',
    label: 'Favourite',
    button: { place: 'main', icon: Heart, isPressed: ({ record }) => record.favourite },
    keys: { names: ['f'], shown: 'F', description: 'Favourite' },
    run: ({ record }) => void toggleFavourites([record]),
  },
  {
    id: 'compare',
    label: 'Compare',
    button: { place: 'main', icon: GitCompare },
    keys: { names: ['c'], shown: 'C', description: 'Compare' },
    isEnabled: ({ record, order }) => isSaved(record.state.kind) && order.length > 1,
    run: ({ openDialog }) => openDialog('compare'),
    dialog: ({ record, order }, onClose) => (
      <ComparePicker record={record} order={order} onClose={onClose} />
    ),
  },
  {
    id: 'boards',
    label: 'Boards',
    button: { place: 'main', icon: FolderHeart, title: () => 'Add to boards' },
    run: ({ openDialog }) => openDialog('boards'),
    dialog: ({ record }, onClose) => <BoardsDialog entries={[entryOf(record)]} onClose={onClose} />,
  },
  {
    id: 'share',
    label: 'Share',
    button: { place: 'main', icon: Share2, title: () => 'Share for review' },
    keys: { names: ['s'], shown: 'S', description: 'Share' },
    isEnabled: ({ record }) => isSaved(record.state.kind),
    run: ({ openDialog }) => openDialog('share'),
    dialog: ({ record }, onClose) => (
      <ShareDialog pictures={[{ recordId: record.id }]} onClose={onClose} />
    ),
  },
  {
    id: 'delete',
    label: 'Delete',
    button: { place: 'main', icon: Trash2, look: 'danger' },
    keys: { names: ['Delete', 'Backspace'], shown: 'Del', description: 'Delete' },
    run: ({ record, nextId, previousId }) => {
      void deleteRecords([record.id])
      const neighbourId = nextId ?? previousId
      if (neighbourId) openPicture(neighbourId)
      else closeOverlay()
    },
  },
]

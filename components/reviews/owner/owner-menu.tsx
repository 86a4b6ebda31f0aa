import { useState } from 'react'
import { showNotice } from '@/components/gallery/notices/notice'
import { type MenuItem, MoreMenu } from '@/components/ui/more-menu'
import { requestBlob } from '@/lib/api/request'
import { placed } from '@/lib/base-path'
import { copyText } from '@/lib/browser/copy-text'
import { downloadText } from '@/lib/browser/download-text'
import type { Review } from '@/lib/contract/reviews/review'
import { slug } from '@/lib/record/file-name'
import { forgetOwnReview } from '@/lib/transfer/publish/own-reviews'
import { ownerHeaders } from '@/lib/transfer/publish/send-picture'
import { manageLink } from '../manage-link'
import { saveBlob } from './save-blob'
import { SettingsDialog } from './settings-dialog'
import { TextsDialog } from './texts-dialog'
import type { SendChange } from './use-owned-review'

type Props = { review: Review; send: SendChange; manageKey: string | null }

/** What is rarely done to a review. What cannot be undone is asked for. */
export function OwnerMenu({ review, send, manageKey }: Props) {
  const { id, title, state } = review
  const name = slug(title) || 'review'
  const isLive = state === 'open' || state === 'closed'
  const [areSettingsOpen, setSettingsOpen] = useState(false)
  const [areTextsOpen, setTextsOpen] = useState(false)
  const items: MenuItem[] = [
    {
      label: 'Edit title, question and brief',
      isHidden: !isLive,
      run: () => setTextsOpen(true),
    },
    {
      label: 'What guests may do and see',
      isHidden: !isLive,
      run: () => setSettingsOpen(true),
    },
    {
      label: 'Results as CSV',
      run: async () =>
        saveBlob(
          `${name}.csv`,
          await requestBlob(`/api/reviews/${id}/results.csv`, {
            headers: ownerHeaders({ manageKey }),
          }),
        ),
    },
    {
      label: 'Results as JSON',
      run: () => {
        const { url, ...results } = review
        downloadText(`${name}.json`, 'application/json', JSON.stringify(results, null, 2))
      },
    },
    {
      label: 'Copy manage link',
      isHidden: manageKey === null,
      run: async () => {
        const isCopied = await copyText(`${location.origin}${manageLink({ id, manageKey })}`)
        showNotice(isCopied ? 'Manage link copied.' : 'This browser does not let the page copy.')
      },
    },
    {
      label: 'Close: look only, no more verdicts',
      isHidden: state !== 'open',
      run: () => send((calls) => calls.setState('closed')),
    },
    {
      label: 'Open again',
      isHidden: state !== 'closed',
      run: () => send((calls) => calls.setState('open')),
    },
    {
      label: 'End for guests…',
      isHidden: !isLive,
      run: () =>
        confirm(
          'End this review? Its link stops working and its pictures are deleted from the server, for good. The results stay here.',
        ) && send((calls) => calls.setState('revoked')),
    },
    {
      label: 'Delete with its results…',
      run: async () => {
        if (!confirm('Delete this review with all its pictures and results, for good?')) return
        if (!(await send((calls) => calls.remove()))) return
        forgetOwnReview(id)
        location.assign(placed('/'))
      },
    },
  ]
  return (
    <>
      <MoreMenu
        id="review-menu"
        className="top-28 right-4 w-64!"
        items={items}
        onError={(error) =>
          showNotice(error instanceof Error ? error.message : 'That did not work.')
        }
      />
      {areTextsOpen ? (
        <TextsDialog review={review} send={send} onClose={() => setTextsOpen(false)} />
      ) : null}
      {areSettingsOpen ? (
        <SettingsDialog review={review} send={send} onClose={() => setSettingsOpen(false)} />
      ) : null}
    </>
  )
}

import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { formatBytes } from '@/lib/format-bytes'
import { exportsParameters, setExportsParameters } from '@/lib/transfer/export-picture'
import { useGallery } from '../gallery-context'
import { openFile } from '../open-file'
import { StorageOriginals } from './storage-originals'
import { StoragePart } from './storage-part'
import { useStorage } from './use-storage'

/** The used space, backup and restore, and ways to free space. */
export function StorageDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="Storage and backup">
      <div className="grid gap-6">
        <StorageUse />
        <Backup />
        <StorageOriginals />
        <ParametersSetting />
      </div>
    </Dialog>
  )
}

function StorageUse() {
  const storage = useStorage()
  if (!storage) return null
  const { used, quota, persisted } = storage
  if (quota === 0)
    return <p className="text-muted text-xs">This browser does not say how much space is used.</p>
  return (
    <div className="grid gap-2">
      <p className="flex justify-between gap-4 tabular-nums">
        <span>{formatBytes(used)} used</span>
        <span className="text-muted">of {formatBytes(quota)}</span>
      </p>
      <progress className="bar w-full" aria-label="Storage used" value={used} max={quota || 1} />
      <p className="text-muted text-xs">
        {persisted
          ? 'The browser keeps these pictures until you delete them.'
          : 'The browser may clear these pictures when the disk is full. Keep a backup.'}
      </p>
    </div>
  )
}

function Backup() {
  const { onEdit } = useGallery()
  const [isBusy, setBusy] = useState(false)
  const [status, setStatus] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)

  const backUp = async () => {
    setBusy(true)
    setStatus('Starting…')
    try {
      const { backUp } = await import('@/lib/transfer/backup')
      setStatus(await backUp((done, all) => setStatus(`${done} of ${all}`)))
    } catch {
      setStatus('The backup could not be written. Everything is still here.')
    }
    setBusy(false)
  }
  const restore = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    setStatus('Restoring…')
    setStatus(await openFile(file, onEdit))
    setBusy(false)
  }
  return (
    <StoragePart
      title="Backup"
      description="One file with everything. Restoring adds only what is missing."
    >
      <Button size="sm" data-autofocus disabled={isBusy} onClick={() => void backUp()}>
        Back up everything
      </Button>
      <Button size="sm" disabled={isBusy} onClick={() => input.current?.click()}>
        Restore from backup
      </Button>
      <input
        ref={input}
        type="file"
        accept=".zip"
        hidden
        aria-label="Backup to restore"
        onChange={({ target }) => {
          void restore(target.files?.[0])
          target.value = ''
        }}
      />
      <span role="status" className="text-muted text-xs tabular-nums">
        {status}
      </span>
    </StoragePart>
  )
}

function ParametersSetting() {
  const [isOn, setOn] = useState(exportsParameters)
  return (
    <label className="flex cursor-pointer items-center justify-between gap-4">
      <span>
        <span className="block font-medium">Settings in downloaded files</span>
        <span className="text-muted text-xs">
          PNG files include their settings: drop one here to restore its settings.
        </span>
      </span>
      <input
        type="checkbox"
        className="switch"
        checked={isOn}
        onChange={({ target }) => {
          setExportsParameters(target.checked)
          setOn(target.checked)
        }}
      />
    </label>
  )
}

/** Shown when the browser's storage cannot be opened. */
export function StorageUnavailable() {
  return (
    <p role="alert" className="m-auto max-w-sm p-8 text-center text-muted text-sm">
      This browser does not let the page keep pictures. Leave private mode, allow site data for this
      address, or free space on the disk, and reload.
    </p>
  )
}

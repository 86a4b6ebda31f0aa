/** What became of a copy. `not-loaded`: the code for it could not be fetched. */
export type Result = { kind: 'copied' } | { kind: 'refused'; link: string } | { kind: 'not-loaded' }

/** Says it; a refused link is there to copy by hand. */
export function CopyResult({ result, onDone }: { result: Result; onDone: () => void }) {
  switch (result.kind) {
    case 'copied':
      return 'Link copied'
    case 'not-loaded':
      return 'Not copied: check the connection'
    case 'refused':
      return (
        <label className="grid gap-1 py-1">
          This browser does not let the page copy. Copy it by hand:
          <input
            readOnly
            value={result.link}
            ref={(box) => box?.select()}
            onBlur={onDone}
            className="w-64 rounded bg-page px-2 py-1 text-ink"
          />
        </label>
      )
    default:
      return result satisfies never
  }
}

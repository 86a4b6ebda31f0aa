/** Names and values. Names without a value are omitted. */
export function FactList({ facts }: { facts: Record<string, string | number | undefined> }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-xs">
      {Object.entries(facts).map(([name, value]) =>
        value === undefined ? null : (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="min-w-0 break-words font-mono tabular-nums">{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

/** Where a picture is, as short as it can be told: its host and the end of its path. */
export function PictureName({ url }: { url: string }) {
  const parsed = URL.canParse(url) ? new URL(url) : null
  return (
    <p title={url} className="min-w-0 flex-1 truncate text-muted text-xs">
      {parsed ? `${parsed.host} … ${parsed.pathname.split('/').at(-1)}` : url}
    </p>
  )
}

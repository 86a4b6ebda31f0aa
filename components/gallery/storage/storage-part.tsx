import type { ReactNode } from 'react'

type Props = { title: string; description: string; children: ReactNode }

export const StoragePart = ({ title, description, children }: Props) => (
  <div className="grid gap-2">
    <div>
      <h3 className="font-medium">{title}</h3>
      <p className="text-muted text-xs">{description}</p>
    </div>
    <div className="flex flex-wrap items-center gap-2">{children}</div>
  </div>
)

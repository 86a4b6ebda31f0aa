import { JobSettingsButton } from '@/components/gallery/toolbar/job-settings-button'
import { lazyPart } from '@/components/ui/lazy-part'
import type { Theme } from '@/lib/browser/theme'
import type { Guest } from '@/lib/guest'
import { LockedBadge } from './locked-badge'
import { SandboxBadge } from './sandbox-badge'
import { SkipToPictures } from './skip-to-pictures'
import { ThemeSwitch } from './theme-switch'

/** Addresses of pages for whoever may use them. */
export type OtherPages = { name: string; href: string }[]

const GuestChip = lazyPart(() => import('../access/guest-chip').then((file) => file.GuestChip))

type Props = {
  mode: 'krea' | 'sandbox'
  isLocked: boolean
  theme: Theme
  guest: Guest | null
  pages: OtherPages
}

export function Header({ mode, isLocked, theme, guest, pages }: Props) {
  return (
    <header className="sticky top-0 z-10 flex h-12 items-center gap-3 border-b bg-panel px-4">
      <SkipToPictures />
      <h1 className="min-w-0 truncate font-semibold tracking-tight">Krea Playground</h1>
      {mode === 'sandbox' && <SandboxBadge />}
      {isLocked && <LockedBadge />}
      {guest && <GuestChip guest={guest} />}
      <span className="ml-auto flex items-center">
        {pages.map(({ name, href }) => (
          <a
            key={href}
            href={href}
            className="inline-flex h-8 items-center rounded-md px-2 text-muted text-xs hover:bg-hover hover:text-ink pointer-coarse:h-11"
          >
            {name}
          </a>
        ))}
        <JobSettingsButton />
        <ThemeSwitch initial={theme} />
      </span>
    </header>
  )
}

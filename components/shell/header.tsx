import { LiveSettingsButton } from '@/components/gallery/toolbar/live-settings-button'
import type { Theme } from '@/lib/browser/theme'
import { LockedBadge } from './locked-badge'
import { SandboxBadge } from './sandbox-badge'
import { ThemeSwitch } from './theme-switch'

type Props = { mode: 'krea' | 'sandbox'; locked: boolean; theme: Theme }

export function Header({ mode, locked, theme }: Props) {
  return (
    <header className="sticky top-0 z-10 flex h-12 items-center gap-3 border-b bg-panel px-4">
      <h1 className="font-semibold tracking-tight">Krea Playground</h1>
      {mode === 'sandbox' && <SandboxBadge />}
      {locked && <LockedBadge />}
      <span className="ml-auto flex">
        <LiveSettingsButton />
        <ThemeSwitch initial={theme} />
      </span>
    </header>
  )
}

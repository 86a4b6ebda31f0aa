import { Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { setCookie } from '@/lib/browser/cookie'
import { type Theme, themeCookie, themes } from '@/lib/browser/theme'

const icons = { system: Monitor, light: Sun, dark: Moon }

/** Goes round: as the system has it, light, dark. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial)
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
  const Icon = icons[theme]
  const change = () => {
    document.documentElement.dataset.theme = next
    setCookie(themeCookie, next)
    setTheme(next)
  }
  return (
    <Button
      look="quiet"
      size="icon"
      aria-label={`Theme: ${theme}. Change to ${next}`}
      title={`Theme: ${theme}`}
      onClick={change}
    >
      <Icon size={16} aria-hidden />
    </Button>
  )
}

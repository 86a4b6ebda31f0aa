export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** A cookie, so that the server already renders the page in it. */
export const themeCookie = 'theme'

export const themeOf = (value: string | undefined): Theme =>
  themes.find((theme) => theme === value) ?? 'system'

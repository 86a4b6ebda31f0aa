/** Set where this browser keeps pictures: the server then draws no first visit that would vanish. */
export const keptCookie = 'krea-kept'

/** Whether this browser said so; never on the server. */
export const keepsPictures = (): boolean =>
  typeof document !== 'undefined' && document.cookie.includes(`${keptCookie}=1`)

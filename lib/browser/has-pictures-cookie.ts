/** Set where this browser keeps pictures: the server then draws no first visit that would vanish. */
export const hasPicturesCookieName = 'krea-kept'

/** Whether this browser said so; never on the server. */
export const hasPicturesCookie = (): boolean =>
  typeof document !== 'undefined' && document.cookie.includes(`${hasPicturesCookieName}=1`)

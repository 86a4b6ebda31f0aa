/** Set while this browser has pictures, so that the server does not render the empty gallery. */
export const hasPicturesCookieName = 'krea-kept'

/** Always false on the server. */
export const hasPicturesCookie = (): boolean =>
  typeof document !== 'undefined' && document.cookie.includes(`${hasPicturesCookieName}=1`)

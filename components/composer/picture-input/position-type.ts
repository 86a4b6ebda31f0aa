/** Marks a drag that reorders input pictures; the browser itself drags the thumbnail. */
export const positionType = 'application/x-krea-playground-position'

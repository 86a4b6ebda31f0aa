/** Set where this browser keeps pictures: the server then draws no first visit that would vanish. */
export const keptCookie = 'krea-kept'

/** The address that the build gives the file. */
declare module '*.woff2' {
  const address: string
  export default address
}

/** The stylesheet, in production and on the server only, else empty: see `next.config.ts`. */
declare module '*.css?text' {
  const text: string
  export default text
}

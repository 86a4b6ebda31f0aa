/**
 * `/krea` where a reverse proxy serves the playground under a path of its host, else nothing.
 * `next.config.ts` puts it in when it builds.
 */
export const basePath: string = process.env.BASE_PATH ?? ''

/** A path of ours as a browser asks for it: `/unlock` is `/krea/unlock`, `/` is `/krea`. */
export const placed = (path: string): string =>
  path === '/' && basePath !== '' ? basePath : basePath + path

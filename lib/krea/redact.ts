import 'server-only'

/** Shorter words would blot out innocent text. */
const minSecretLength = 8

/**
 * Blots a token out of text that comes from elsewhere, which may echo what it was sent: the whole
 * token, and the secret half of `<id>:<secret>` in case the colon was escaped.
 */
export function redactor(token: string | null): (text: string) => string {
  const secrets = [token ?? '', token?.split(':').at(-1) ?? ''].filter(
    (secret) => secret.length >= minSecretLength,
  )
  return (text) => secrets.reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), text)
}

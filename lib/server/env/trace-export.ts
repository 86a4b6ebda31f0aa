import 'server-only'
import type { EnvVariables } from './schema'

/** Where spans go, by the protocol OTLP/HTTP; `null`: none are made. */
export const traceExportOf = ({
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
  OTEL_EXPORTER_OTLP_HEADERS: headers,
}: EnvVariables) =>
  endpoint === undefined
    ? null
    : { url: `${endpoint}/v1/traces`, headers: readHeaders(headers ?? '') }

/** `name=value,other=value`, values encoded as in an address. */
const readHeaders = (text: string): Record<string, string> =>
  Object.fromEntries(
    text.split(',').flatMap((pair) => {
      const [, name, value] = /^\s*([^=\s]+)\s*=\s*(.*?)\s*$/.exec(pair) ?? []
      return name && value ? [[name, decodeURIComponent(value)]] : []
    }),
  )

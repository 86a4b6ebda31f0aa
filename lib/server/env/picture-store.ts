import 'server-only'
import type { EnvVariables } from './schema'

/** Where reviews keep their pictures, as far as the environment says; `default`: a folder, or the database. */
export type PictureStore =
  | { kind: 'default' }
  | {
      kind: 's3'
      bucket: string
      endpoint: string
      region: string
      accessKeyId: string
      secretAccessKey: string
    }
  | { kind: 'blob'; token: string }

/** @throws Error that names the variable which is missing */
export function pictureStoreOf(env: EnvVariables): PictureStore {
  const { S3_BUCKET: bucket, BLOB_READ_WRITE_TOKEN: token } = env
  if (bucket === undefined) return token ? { kind: 'blob', token } : { kind: 'default' }
  const region = env.S3_REGION ?? 'us-east-1'
  return {
    kind: 's3',
    bucket,
    endpoint: env.S3_ENDPOINT ?? `https://s3.${region}.amazonaws.com`,
    region,
    accessKeyId: required('AWS_ACCESS_KEY_ID', env.AWS_ACCESS_KEY_ID),
    secretAccessKey: required('AWS_SECRET_ACCESS_KEY', env.AWS_SECRET_ACCESS_KEY),
  }
}

function required(name: string, value: string | undefined): string {
  if (value !== undefined) return value
  throw new Error(`${name} is not set, and S3_BUCKET needs it. See .env.example.`)
}

import type { Input } from '../catalog/field'

/** A submission, wherever it is made: the body is exactly `input`. */
export type SnippetRequest = {
  /** Without a slash at its end: `https://api.krea.ai`. */
  baseUrl: string
  model: string
  input: Input
}

export const kreaAddress = 'https://api.krea.ai'

export const addressOf = ({ baseUrl, model }: SnippetRequest) => `${baseUrl}/generate/${model}`

import type { Job } from '../contract/jobs'
import {
  getStyles,
  getTraining,
  postTraining,
  renameStyle as renameContract,
  type Style,
  type StyleFilter,
  shareStyle as shareContract,
  type TrainingOptions,
  unshareStyle as unshareContract,
} from '../contract/styles'
import { call } from './call'

export type StyleQuery = { q?: string; filter?: StyleFilter; model?: string; cursor?: string }
export type StylePage = { styles: Style[]; cursor: string | null }

/** A page of styles. @throws ApiError */
export const listStyles = (query: StyleQuery, signal?: AbortSignal): Promise<StylePage> =>
  call(getStyles, { query }, { signal })

/** Styles whose name holds the text, or whose id it is. @throws ApiError */
export const findStyles = async (text: string, signal: AbortSignal): Promise<Style[]> =>
  (await listStyles({ q: text }, signal)).styles

/** `null` when Krea does not know it. @throws ApiError */
export async function readStyle(id: string): Promise<Style | null> {
  const { styles } = await call(getStyles, { query: { ids: id } })
  return styles[0] ?? null
}

export const renameStyle = async (id: string, name: string): Promise<Style> =>
  (await call(renameContract, { params: { id }, body: { name } })).style

export const shareStyle = (id: string) => call(shareContract, { params: { id } })
export const unshareStyle = (id: string) => call(unshareContract, { params: { id } })

/** `null` where Krea offers no training. */
export const readTrainingOptions = async (): Promise<TrainingOptions | null> =>
  (await call(getTraining, {})).training

type TrainingRequest = {
  model: string
  name: string
  urls: string[]
  type?: string
  triggerWord?: string
  steps?: number
}

/** @param key the same key again gives the same job, and nothing is sent to Krea. */
export async function postStyleTraining(key: string, body: TrainingRequest): Promise<Job> {
  const headers = { 'Idempotency-Key': key }
  return (await call(postTraining, { body }, { headers, about: [key] })).job
}

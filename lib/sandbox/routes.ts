import 'server-only'
import { deleteAsset, getAsset, listAssets, uploadAsset } from './assets/assets'
import { servePublicAsset } from './assets/public-asset'
import type { Call, Context } from './context'
import { deleteJob, getJob, listJobs } from './jobs/jobs'
import { submit } from './jobs/submit'
import { executeNodeApp, getNodeApp } from './node-apps'
import { servePicture } from './pictures/serve-picture'
import { getShareLink, shareStyle, unshareStyle } from './styles/share'
import { serveStyleCover } from './styles/style-cover'
import { changeStyle, getStyle, listStyles } from './styles/styles'
import { trainStyle } from './styles/train'

/** `id` is the part of the path in parentheses. */
type Handler = (context: Context, call: Call, id: string) => Promise<Response>

export type Route = [method: string, path: RegExp, handler: Handler]

/** Anybody with its address may read a file. */
export const openRoutes: Route[] = [
  ['GET', /^\/public\/assets\/([^/]+)$/, servePublicAsset],
  ['GET', /^\/public\/styles\/([^/]+)$/, serveStyleCover],
  ['GET', /^\/public\/([^/]+)$/, servePicture],
]

export const tokenRoutes: Route[] = [
  ['POST', /^\/generate\/(.+)$/, submit],
  ['GET', /^\/jobs$/, listJobs],
  ['GET', /^\/jobs\/([^/]+)$/, getJob],
  ['DELETE', /^\/jobs\/([^/]+)$/, deleteJob],
  ['POST', /^\/assets$/, uploadAsset],
  ['GET', /^\/assets$/, listAssets],
  ['GET', /^\/assets\/([^/]+)$/, getAsset],
  ['DELETE', /^\/assets\/([^/]+)$/, deleteAsset],
  ['GET', /^\/styles$/, listStyles],
  ['POST', /^\/styles\/train$/, trainStyle],
  ['GET', /^\/styles\/([^/]+)$/, getStyle],
  ['PATCH', /^\/styles\/([^/]+)$/, changeStyle],
  ['GET', /^\/styles\/([^/]+)\/share\/link$/, getShareLink],
  ['POST', /^\/styles\/([^/]+)\/share\/workspace$/, shareStyle],
  ['DELETE', /^\/styles\/([^/]+)\/share\/workspace$/, unshareStyle],
  ['GET', /^\/node-apps\/([^/]+)$/, getNodeApp],
  ['POST', /^\/node-apps\/([^/]+)\/execute$/, executeNodeApp],
]

import 'server-only'
import type { Call, Context } from '../context'
import { isRefusal, json, notFound } from '../http/answer'
import { uuidOf } from './built-in-styles'
import { findOwnStyle } from './find-style'
import { writeTrained } from './trained-style'

/** `GET /styles/{id}/share/link`: made at the first call. One that is not yours is as if absent. */
export async function getShareLink(context: Context, call: Call, id: string): Promise<Response> {
  const style = await findOwnStyle(context, call, id).catch((error) => {
    throw isRefusal(error) ? notFound('Style not found') : error
  })
  await writeTrained(context, { ...style, hasLink: true })
  const secret = context.signer.digest(`link ${id}`)
  return json({
    share_link: `https://www.krea.ai/styles/${id}?share=${secret}`,
    is_new: !style.hasLink,
  })
}

/** `POST /styles/{id}/share/workspace` */
export async function shareStyle(context: Context, call: Call, id: string): Promise<Response> {
  const style = await findOwnStyle(context, call, id)
  await writeTrained(context, { ...style, isShared: true })
  const workspace = { id: uuidOf(`workspace ${call.owner}`), name: 'Sandbox', is_default: true }
  return json({ success: true, style_id: id, workspace })
}

/** `DELETE /styles/{id}/share/workspace` */
export async function unshareStyle(context: Context, call: Call, id: string): Promise<Response> {
  const style = await findOwnStyle(context, call, id)
  await writeTrained(context, { ...style, isShared: false })
  return json({ success: true })
}

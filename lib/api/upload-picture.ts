import { placed } from '../base-path'
import { postAsset } from '../contract/assets'
import { fromProblem, problemSchema } from '../contract/problem'

/**
 * Sends a picture to the server under a neutral name, which is all a public address will show of it.
 * `XMLHttpRequest`, because `fetch` does not report the progress of an upload.
 * @returns its address. @throws Error with a sentence for the field; an abort is thrown as it is.
 */
export function uploadPicture(
  picture: Blob,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const form = new FormData()
  form.set(
    'file',
    picture,
    `picture.${picture.type.replace(/^image\//, '').replace('jpeg', 'jpg')}`,
  )
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => {
      const answer = postAsset.answer.safeParse(readJson(request.responseText))
      if (answer.success) resolve(answer.data.asset.url)
      else reject(refusal(request))
    }
    request.onerror = () => reject(new Error('The upload broke off: the server cannot be reached.'))
    request.onabort = () => reject(signal.reason)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.open(postAsset.method, placed(postAsset.path))
    request.send(form)
  })
}

function refusal({ responseText, status }: XMLHttpRequest): Error {
  const problem = problemSchema.safeParse(readJson(responseText))
  return problem.success
    ? fromProblem(problem.data)
    : new Error(`The server answered ${status} to the upload.`)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

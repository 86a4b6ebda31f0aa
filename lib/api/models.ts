import { getModels } from '../contract/models'
import { call } from './call'

/** The server's catalog; the browser's cache asks with its ETag. @throws ApiError */
export const readCatalog = () => call(getModels, {})

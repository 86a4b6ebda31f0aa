import 'server-only'
import type { Driver } from 'unstorage'
import { ApiError } from '@/lib/contract/errors'
import type { Database } from '../../db/database'
import { howToSetPlace, type PicturePlace } from './picture-place'

/** Only the driver that a place needs is loaded. @throws ApiError `unavailable` where there is no place */
export async function openDriver(
  place: PicturePlace,
  database: () => Promise<Database>,
): Promise<Driver> {
  switch (place.kind) {
    case 'folder': {
      const { default: openFolder } = await import('unstorage/drivers/fs-lite')
      return openFolder({ base: place.folder })
    }
    case 's3': {
      const { default: openS3 } = await import('unstorage/drivers/s3')
      return openS3(place)
    }
    case 'blob': {
      const { blobDriver } = await import('./blob-driver')
      return blobDriver(place.token)
    }
    case 'postgres': {
      const { postgresDriver } = await import('./postgres-driver')
      return postgresDriver(database)
    }
    case 'none':
      throw new ApiError(
        'unavailable',
        `This playground has no place that lasts for the pictures of a review. ${howToSetPlace}`,
      )
    default:
      return place satisfies never
  }
}

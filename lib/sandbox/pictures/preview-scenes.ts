import 'server-only'
import { LRUCache } from 'lru-cache'
import type { Raw } from '../paint/draw-scene'
import type { Reuse } from '../paint/paint'

/** Each is up to half a megabyte. */
const maxScenes = 16

/** The latest scenes of previews, by job: its five previews show one scene, which takes most of the work. */
export function createPreviewScenes(): (jobId: string) => Reuse {
  const scenes = new LRUCache<string, Promise<Raw>>({ max: maxScenes })
  return (jobId) => (draw) => {
    const scene = scenes.get(jobId) ?? draw()
    scenes.set(jobId, scene)
    scene.catch(() => scenes.delete(jobId))
    return scene
  }
}

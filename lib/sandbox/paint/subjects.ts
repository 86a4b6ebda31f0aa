import 'server-only'
import type { Brush, Scene } from './brush'
import { abstract } from './scenes/abstract'
import { bird } from './scenes/bird'
import { cat } from './scenes/cat'
import { city } from './scenes/city'
import { cactusInDesert, desert } from './scenes/desert'
import { flowers } from './scenes/flowers'
import { forest } from './scenes/forest'
import { geometric } from './scenes/geometric'
import { house } from './scenes/house'
import { logo } from './scenes/logo'
import { mountains } from './scenes/mountains'
import { portrait } from './scenes/portrait'
import { lighthouseAtSea, sailAtSea, sailByLighthouse, sea } from './scenes/sea'
import { sky } from './scenes/sky'
import { space } from './scenes/space'
import { still } from './scenes/still'

/** The order is part of every job's id: append only, at most 32. */
const scenes = {
  abstract,
  mountains,
  sea,
  forest,
  city,
  portrait,
  logo,
  flowers,
  desert,
  space,
  cat,
  bird,
  house,
  still,
  geometric,
  sky,
  lighthouse: lighthouseAtSea,
  sail: sailAtSea,
  cactus: cactusInDesert,
  sailByLighthouse,
} satisfies Record<string, (brush: Brush) => Scene>

export type SubjectName = keyof typeof scenes

export const subjectNames = Object.keys(scenes)

export const sceneAt = (index: number): ((brush: Brush) => Scene) =>
  Object.values(scenes)[index] ?? abstract

import * as z from 'zod/mini'
import type { Contract } from './contract'

const giveUrl = 'Give the address of a picture as ?url='

/** Answers the bytes of the picture at `url`. */
export const getImage = {
  method: 'GET',
  path: '/api/images',
  access: 'unlocked',
  query: z.object({ url: z.string(giveUrl).check(z.refine((url) => URL.canParse(url), giveUrl)) }),
  answer: null,
} satisfies Contract

import type { Contract } from './contract'

/** The latest submissions as CSV, newest first. */
export const getSubmissions = {
  method: 'GET',
  path: '/api/admin/submissions',
  access: 'owner',
  answer: null,
} satisfies Contract

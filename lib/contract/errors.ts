/** Whether the failed call may cost money: Krea bills completed jobs only. */
export type Charged = 'no' | 'yes' | 'unknown'

type Kind = { status: number; title: string; charged: Charged; retryable: boolean }

/** The closed table of everything that can go wrong, shared by the server, the client and the page. */
export const errorTable = {
  invalid_request: kind(400, 'The request is malformed'),
  invalid_input: kind(422, 'Some fields need a change'),
  unknown_model: kind(404, 'This model is not in the catalog'),
  not_found: kind(404, 'There is no such job or asset'),
  locked: kind(401, 'This playground is locked'),
  wrong_password: kind(401, 'Wrong password'),
  forbidden: kind(403, 'This is not allowed'),
  budget_exceeded: kind(402, 'The budget of this playground is used up'),
  review_ended: kind(410, 'This review has ended'),
  review_closed: kind(409, 'This review is closed'),
  pick_limit: kind(409, 'That is one pick too many'),
  krea_balance_empty: kind(402, 'The Krea balance is empty'),
  krea_token_rejected: kind(502, 'Krea does not accept the token of this playground'),
  model_retired: kind(410, 'Krea has retired this model'),
  too_large: kind(413, 'That is too large'),
  unsupported_media: kind(415, 'This type of content is not supported'),
  rate_limited: kind(429, 'Too many requests at once', { retryable: true }),
  submit_unknown: kind(502, 'Krea gave no answer: the job may exist and be billed', {
    charged: 'unknown',
  }),
  unavailable: kind(503, 'The ledger of this playground is unavailable', { retryable: true }),
  krea_unavailable: kind(502, 'Krea is unavailable', { retryable: true }),
  krea_timeout: kind(504, 'Krea took too long to answer', { retryable: true }),
  krea_bad_answer: kind(502, 'Krea answered in a way we do not understand'),
  internal: kind(500, 'The playground made a mistake'),
} as const satisfies Record<string, Kind>

export type ErrorCode = keyof typeof errorTable

/** `path` is the field as the body spells it, with dots: `style_images.0.strength`; empty for the whole. */
export type FieldIssue = { path: string; message: string }

/** What Krea itself answered: for the details, and for reports to Krea. */
export type KreaAnswer = { status: number; message?: string }

export type ErrorOptions = {
  charged?: Charged
  retryAfterMs?: number
  fields?: FieldIssue[]
  /** The model to use instead, for `model_retired`. */
  replacement?: string
  krea?: KreaAnswer
  cause?: unknown
}

/** The one error that crosses rooms. `message` is a sentence for people and holds no secret. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly charged: Charged
  readonly retryAfterMs?: number
  readonly fields?: FieldIssue[]
  readonly replacement?: string
  krea?: KreaAnswer
  /** Set in the browser, where the server's answer carried one. */
  requestId?: string

  constructor(
    readonly code: ErrorCode,
    message: string = errorTable[code].title,
    options: ErrorOptions = {},
  ) {
    super(message, { cause: options.cause })
    this.charged = options.charged ?? errorTable[code].charged
    this.retryAfterMs = options.retryAfterMs
    this.fields = options.fields
    this.replacement = options.replacement
    this.krea = options.krea
  }

  get status(): number {
    return errorTable[this.code].status
  }

  get retryable(): boolean {
    return errorTable[this.code].retryable
  }
}

/**
 * Pages and routes are two bundles with two copies of each module, and share services: an error may be
 * of the other copy's class, so it is known by its code.
 */
export const isApiError = (thrown: unknown): thrown is ApiError =>
  thrown instanceof Error &&
  'code' in thrown &&
  typeof thrown.code === 'string' &&
  thrown.name === 'ApiError' &&
  Object.hasOwn(errorTable, thrown.code)

/** The same error, where more is known of the money than its code says, or less. */
export function withCharged(error: ApiError, charged: Charged): ApiError {
  const copy = new ApiError(error.code, error.message, { ...error, charged, cause: error.cause })
  copy.requestId = error.requestId
  return copy
}

function kind(status: number, title: string, rest: Partial<Kind> = {}): Kind {
  return { status, title, charged: 'no', retryable: false, ...rest }
}

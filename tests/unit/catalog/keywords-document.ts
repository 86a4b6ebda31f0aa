/** A document that uses every keyword of JSON Schema 2020-12 that a form may meet. */
const url = { type: 'string', format: 'uri', pattern: '^https?://', maxLength: 1024 }

const bodies = {
  'image/test/scalars': {
    type: 'object',
    required: ['prompt', 'model', 'nothing', 'low'],
    properties: {
      prompt: { type: 'string', minLength: 2, maxLength: 20 },
      model: { type: 'string', const: 'Reimagine' },
      only: { const: 5 },
      sure: { type: 'boolean', const: true },
      nothing: { type: ['string', 'null'] },
      low: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
      both: { type: 'number', minimum: 0, exclusiveMinimum: 0, maximum: 5 },
      side: { type: 'integer', multipleOf: 64, minimum: 64, maximum: 1024 },
      half: { type: 'number', multipleOf: 0.1, minimum: 0, maximum: 5 },
      seed: { type: 'integer' },
      style: { enum: ['a', 'b', 3, null] },
      duration: { anyOf: [{ const: 5 }, { const: 10 }] },
      titled: {
        oneOf: [
          { const: 'x', title: 'One' },
          { const: 'y', title: 'Two' },
        ],
      },
      either: { anyOf: [{ type: 'string' }, { enum: ['auto'] }] },
      maybe: { anyOf: [{ type: 'integer', minimum: 1, maximum: 9 }, { type: 'null' }] },
      tag: { type: 'string', pattern: '^[a-z]{1,8}$' },
    },
    additionalProperties: false,
  },
  'image/test/references': {
    type: 'object',
    required: ['size'],
    properties: {
      size: { $ref: '#/components/schemas/Size' },
      sized: { $ref: '#/components/schemas/Steps', maximum: 10, default: 4 },
      wrapped: { allOf: [{ $ref: '#/components/schemas/Size' }], default: 'small' },
      deep: { $ref: '#/components/schemas/L1' },
      tree: { $ref: '#/components/schemas/Tree' },
    },
    additionalProperties: false,
  },
  'image/test/lists': {
    type: 'object',
    required: ['image_urls'],
    properties: {
      image_urls: { type: 'array', items: url, minItems: 1, maxItems: 3 },
      tags: { type: 'array', items: { enum: ['red', 'green'] }, uniqueItems: true, maxItems: 2 },
      palette: { type: 'array', items: { type: 'string', maxLength: 5 } },
      style_images: {
        type: 'array',
        items: {
          type: 'object',
          required: ['strength'],
          properties: {
            url: { anyOf: [url, { type: 'null' }] },
            strength: { type: 'number', minimum: -2, maximum: 2 },
          },
          additionalProperties: false,
        },
      },
      pair: {
        type: 'array',
        prefixItems: [{ type: 'string' }, { type: 'number' }],
        items: false,
        minItems: 2,
      },
    },
    additionalProperties: false,
  },
  'image/test/objects': {
    type: 'object',
    required: ['camera'],
    properties: {
      camera: {
        type: 'object',
        required: ['lens'],
        properties: {
          lens: { type: 'integer', minimum: 10, maximum: 200 },
          flash: { type: 'boolean' },
          note: { not: { type: 'string', maxLength: 0 } },
        },
        additionalProperties: false,
      },
      labels: { type: 'object', additionalProperties: { type: 'string' }, maxProperties: 2 },
      toString: { type: 'string', maxLength: 3 },
      constructor: { type: 'number' },
    },
    dependentRequired: { labels: ['constructor'] },
    additionalProperties: false,
  },
  'image/test/composed': {
    allOf: [
      {
        type: 'object',
        properties: { prompt: { type: 'string', minLength: 1 } },
        required: ['prompt'],
      },
      { type: 'object', properties: { steps: { type: 'integer', minimum: 1, maximum: 4 } } },
    ],
    unevaluatedProperties: false,
  },
  'image/test/either': {
    oneOf: [
      {
        type: 'object',
        required: ['mode', 'prompt'],
        properties: { mode: { const: 'text' }, prompt: { type: 'string' } },
        additionalProperties: false,
      },
      {
        type: 'object',
        required: ['mode', 'image_url'],
        properties: { mode: { const: 'image' }, image_url: url },
        additionalProperties: false,
      },
    ],
  },
  'image/test/rules': {
    type: 'object',
    required: ['resolution'],
    properties: {
      resolution: { enum: ['1k', '2k'] },
      thinking: { enum: ['fast', 'ultra'] },
    },
    if: { properties: { thinking: { const: 'ultra' } }, required: ['thinking'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: { resolution: { const: '2k' } } },
    additionalProperties: false,
  },
}

const levels = Object.fromEntries(
  Array.from({ length: 15 }, (_, at) => [
    `L${at + 1}`,
    at < 14
      ? { $ref: `#/components/schemas/L${at + 2}` }
      : { type: 'string', minLength: 1, maxLength: 6 },
  ]),
)

export const keywordsDocument = {
  openapi: '3.1.0',
  info: { title: 'Every keyword', version: '1' },
  paths: Object.fromEntries(
    Object.entries(bodies).map(([id, schema]) => [
      `/generate/${id}`,
      { post: { summary: id, requestBody: { content: { 'application/json': { schema } } } } },
    ]),
  ),
  components: {
    schemas: {
      ...levels,
      Size: { type: 'string', enum: ['small', 'large'] },
      Steps: { type: 'integer', minimum: 1, maximum: 40 },
      Tree: {
        type: 'object',
        properties: { name: { type: 'string' }, child: { $ref: '#/components/schemas/Leaf' } },
        additionalProperties: false,
      },
      Leaf: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
    },
  },
}

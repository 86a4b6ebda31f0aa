import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'

/**
 * Another implementation of JSON Schema, which reads the document itself with its references: what an
 * upstream that keeps to its document takes.
 */
export function judgeOf(document: object): (id: string) => ValidateFunction {
  const ajv = new Ajv2020({
    strict: false,
    multipleOfPrecision: 9,
    ownProperties: true,
    logger: false,
  })
  addFormats(ajv)
  ajv.addSchema({ $id: 'https://krea.test/openapi.json', ...document })
  return (id) =>
    ajv.compile({
      $ref: `https://krea.test/openapi.json#/paths/${`/generate/${id}`.replaceAll('/', '~1')}/post/requestBody/content/application~1json/schema`,
    })
}

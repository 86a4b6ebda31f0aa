import { expect, test } from '@playwright/test'
import { sandboxPath } from '@/lib/server/http/incoming'

const paths: [given: string, path: string][] = [
  ['/sandbox//generate/image/a', '/sandbox/generate/image/a'],
  ['/sandbox///jobs//x?cursor=//', '/sandbox/jobs/x?cursor=//'],
  ['/sandbox/jobs', '/sandbox/jobs'],
  ['/sandboxes//a', '/sandboxes//a'],
  ['//evil.example/sandbox//a', '//evil.example/sandbox//a'],
  ['/api//jobs', '/api//jobs'],
  ['/', '/'],
]

for (const [given, path] of paths)
  test(`${given} is taken as ${path}`, () => {
    expect(sandboxPath(given)).toBe(path)
  })

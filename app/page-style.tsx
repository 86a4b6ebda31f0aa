'use client'

import { useServerInsertedHTML } from 'next/navigation'
import { useRef } from 'react'
import './globals.css'
import text from './globals.css?text'

/**
 * The stylesheet in the head of the page, so that the first paint waits for nothing else. An element of a
 * server component would be sent twice: as markup, and as data. While developing it is a file, which reloads.
 */
export function PageStyle({ nonce }: { nonce: string | undefined }) {
  const isInserted = useRef(false)
  useServerInsertedHTML(() => {
    if (!text || isInserted.current) return null
    isInserted.current = true
    // React would escape the `>` of a child.
    return <style nonce={nonce} dangerouslySetInnerHTML={{ __html: text }} />
  })
  return null
}

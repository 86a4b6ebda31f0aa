import { placed } from '@/lib/base-path'
import { hasPicturesCookie } from '@/lib/browser/has-pictures-cookie'
import { preloadEntries } from '@/lib/library/preloaded-entries'

// This runs before the code of the page is there. A browser that has pictures reads their entries meanwhile.
if (location.pathname === placed('/') && hasPicturesCookie()) preloadEntries()

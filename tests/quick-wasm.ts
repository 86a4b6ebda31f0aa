import { setFlagsFromString } from 'node:v8'

/** V8 compiles WebAssembly quickly, and what runs often once more, well: few tests run so long that it pays. */
setFlagsFromString('--liftoff-only')

/** Safari's engine, whose database reports neither a full disk nor a file that the disk did not take. */
export const isWebKit = (): boolean => globalThis.navigator?.vendor === 'Apple Computer, Inc.'

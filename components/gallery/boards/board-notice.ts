/** `3 pictures added to Campaign.` */
export const boardNotice = (count: number, board: string, isAdded: boolean): string =>
  `${count === 1 ? '1 picture' : `${count} pictures`} ${isAdded ? 'added to' : 'removed from'} ${board}.`

/**
 * `Füchslein` -> `Fuchslein`, however its letters are composed. Only Latin letters lose their marks: in other scripts
 * a letter without its mark is another letter (`ガ` is not `カ`).
 */
export const withoutLatinMarks = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')

/** A text as searches compare it: `Café`, `CAFE\u0301` and `cafe` are the same. */
export const searchable = (text: string): string => withoutLatinMarks(text.toLowerCase())

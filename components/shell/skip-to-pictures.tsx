/** The first stop of the Tab key: past the form, to the first picture. */
export const SkipToPictures = () => (
  <button
    type="button"
    onClick={() => {
      const places = ['[data-tile][tabindex="0"]', 'section[aria-label="Gallery"] button']
      const place = places.map((one) => document.querySelector<HTMLElement>(one)).find(Boolean)
      place?.focus()
    }}
    className="sr-only rounded-md bg-ink px-3 text-page text-sm focus:not-sr-only focus:absolute focus:left-2 focus:z-20 focus:h-9!"
  >
    Skip to pictures
  </button>
)

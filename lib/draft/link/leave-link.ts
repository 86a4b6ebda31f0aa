const siteName = 'Krea Playground'

/** Takes a link that has been read out of the page's address and title. */
export function leaveLink(): void {
  const linkTitle = document.title
  const leaveTitle = () => {
    if (document.title === linkTitle) document.title = siteName
  }
  history.replaceState(null, '', location.pathname)
  if (linkTitle === siteName) return
  leaveTitle()
  // React writes the title once more where it comes late to that part of the page.
  new MutationObserver(leaveTitle).observe(document.head, {
    childList: true,
    subtree: true,
    characterData: true,
  })
}

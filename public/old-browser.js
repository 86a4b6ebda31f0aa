// Chrome and Edge before 120, Firefox before 125 and Safari before 17 lack one of these.
if (!('popover' in HTMLElement.prototype && URL.canParse && [].toSorted)) {
  const show = () => {
    const sentence = document.createElement('p')
    sentence.setAttribute('role', 'alert')
    sentence.className =
      'fixed inset-x-3 bottom-4 z-20 rounded-lg bg-ink px-4 py-3 text-sm text-page'
    sentence.textContent =
      'This browser is too old for this page. Chrome or Edge 120, Firefox 128, Safari 17 and later ones work.'
    document.body.append(sentence)
  }
  // Where React adds this script, it may come after the page has loaded.
  if (document.readyState === 'complete') show()
  else addEventListener('load', show)
}

/** Whether this browser has ever shared anything: only then the code that sends pictures is loaded. */
const hasReviews = (): boolean => {
  try {
    return localStorage.getItem('krea-playground:reviews') !== null
  } catch {
    return false
  }
}

/** Goes on with what a reload broke off. */
export function resumeUploads(): void {
  if (!hasReviews()) return
  void import('@/lib/transfer/publish/review-uploads').then(
    ({ startReviewUploads }) => startReviewUploads(),
    () => undefined,
  )
}

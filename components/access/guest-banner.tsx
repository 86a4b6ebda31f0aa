/** The one place that says why a guest can make no more pictures. */
export const GuestBanner = ({ problem }: { problem: string }) => (
  <p role="alert" className="border-b bg-danger-soft px-4 py-2.5 text-[0.8125rem]">
    {problem}
  </p>
)

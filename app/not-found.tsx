import { placed } from '@/lib/base-path'

export default function NotFound() {
  return (
    <main className="mx-auto grid min-h-dvh max-w-sm content-center justify-items-start gap-3 p-6">
      <h1 className="font-semibold text-lg">Page not found</h1>
      <a href={placed('/')} className="text-accent underline underline-offset-2">
        Go to the playground
      </a>
    </main>
  )
}

type Context = { params: Promise<{ id: string }> }

/** As thin as a proxy can be: the job as it comes, asked for each time. */
export async function GET(_request: Request, { params }: Context) {
  const { id } = await params
  const answer = await fetch(`${process.env.UPSTREAM}/jobs/${id}`, { cache: 'no-store' })
  return Response.json(await answer.json())
}

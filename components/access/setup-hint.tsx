/** Tells the host which setting decides who may spend. */
export function SetupHint() {
  return (
    <section aria-labelledby="what-to-set" className="grid gap-3">
      <h1 id="what-to-set" className="font-semibold text-lg">
        This playground is locked
      </h1>
      <p className="text-muted">
        It has a token, and every picture is billed to it. So nothing is made until whoever hosts it
        decides who may. Set one of these on the server, and start it again:
      </p>
      <dl className="grid gap-3">
        <div>
          <dt>
            <code className="font-mono">PLAYGROUND_PASSWORD=…</code>
          </dt>
          <dd className="text-muted">for those who know the password</dd>
        </div>
        <div>
          <dt>
            <code className="font-mono">PLAYGROUND_PUBLIC=1</code>
          </dt>
          <dd className="text-muted">for everyone who has the address</dd>
        </div>
      </dl>
    </section>
  )
}

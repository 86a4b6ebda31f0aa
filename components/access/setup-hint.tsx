/** Tells the host which setting decides who may spend. */
export function SetupHint() {
  return (
    <section aria-labelledby="what-to-set" className="grid gap-3">
      <h1 id="what-to-set" className="font-semibold text-lg">
        This playground is locked
      </h1>
      <p className="text-muted">
        Every picture is billed to its token, so the host decides who can use it. Set one of these
        on the server and restart it:
      </p>
      <dl className="grid gap-3">
        <div>
          <dt>
            <code className="font-mono">PLAYGROUND_PASSWORD=…</code>
          </dt>
          <dd className="text-muted">anyone with the password</dd>
        </div>
        <div>
          <dt>
            <code className="font-mono">PLAYGROUND_PUBLIC=1</code>
          </dt>
          <dd className="text-muted">anyone with the address</dd>
        </div>
      </dl>
    </section>
  )
}

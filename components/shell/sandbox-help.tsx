import { faults } from '@/lib/contract/sandbox-faults'

/** What the sandbox is, how to connect to Krea, and the words that ask for errors. */
export const SandboxHelp = () => (
  <>
    <p>
      No Krea token is set, so an embedded stand-in paints the pictures. It speaks Krea’s own
      protocol, costs nothing, and sends nothing anywhere. Prices are what Krea would charge.
    </p>
    <div>
      <h2 className="font-semibold">Connect to Krea</h2>
      <p className="mt-1 text-muted">Set your token on the server and restart it:</p>
      <pre className="mt-1.5 overflow-x-auto rounded-md bg-raised px-2.5 py-2 font-mono text-xs">
        KREA_API_TOKEN=…
      </pre>
    </div>
    <div>
      <h2 className="font-semibold">Try errors</h2>
      <p className="mt-1 text-muted">Put one of these words into a prompt:</p>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-xs">
        {faults.map(({ word, what }) => (
          <div key={word} className="col-span-2 grid grid-cols-subgrid">
            <dt className="font-mono">{word}</dt>
            <dd className="text-muted">{what}</dd>
          </div>
        ))}
      </dl>
    </div>
  </>
)

import { addressOf, type SnippetRequest } from './request'

/**
 * For any POSIX shell: nothing between single quotes means anything to it. It runs in a subshell, so that an
 * error ends the snippet and not the terminal into which it was pasted.
 */
export function curl(request: SnippetRequest): string {
  return `(
set -e
read_job() { printf '%s' "$job" | tr -d '\\n' | sed -n 's/.*"'"$1"'": *\\[* *"\\([^"]*\\)".*/\\1/p'; }
fail() { printf '%s\\n' "$job" >&2; exit 1; }

job=$(curl --fail-with-body -sS ${quoted(addressOf(request))} \\
  -H "Authorization: Bearer $KREA_API_TOKEN" \\
  -H 'Content-Type: application/json' \\
  -d ${quoted(JSON.stringify(request.input, null, 2))}) || fail
id=$(read_job job_id)

until [ -n "$(read_job completed_at)" ]; do
  sleep 2
  job=$(curl --fail-with-body -sS ${quoted(`${request.baseUrl}/jobs/`)}"$id" \\
    -H "Authorization: Bearer $KREA_API_TOKEN") || fail
done

url=$(read_job urls)
[ -n "$url" ] || fail
file=krea-$(basename "\${url%%\\?*}")
curl -fsS "$url" -o "$file"
echo "Saved $file"
)`
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

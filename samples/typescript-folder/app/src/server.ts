const base = 'https://api.larkspur.example.com';

/** Posts JSON to the diary's own server. */
export async function send(path: string, body: unknown): Promise<void> {
  await fetch(base + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

const base = 'https://api.fernpath.example.com';

/** Posts JSON to the app's own server and returns its answer. */
export async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(base + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as T;
}

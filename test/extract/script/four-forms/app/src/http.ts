class Http {
  private readonly base = 'https://api.example.com';

  constructor(private readonly version: string) {}

  async post(path: string, body: unknown) {
    const answer = await fetch(`${this.base}/${this.version}${path}`, { method: 'POST', body: JSON.stringify(body) });
    console.log(answer.status);
    return answer.json();
  }
}

export default new Http('v1');

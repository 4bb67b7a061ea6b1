import http from './http';
const client = http.create({ baseURL: 'https://api.example.com' });
export const post = (path, body) => client.post(path, body);
export const keep = (path, body) => client.remember(path, body);

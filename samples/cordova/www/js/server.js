var server = {
  base: 'https://api.lichengben.example.com',

  post: function (path, body) {
    return fetch(server.base + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  },
};

const base = 'https://api.qingdou.example.com';

export function post(path, data) {
  return new Promise((resolve, reject) => {
    uni.request({
      url: base + path,
      method: 'POST',
      data,
      success: (response) => resolve(response.data),
      fail: reject,
    });
  });
}

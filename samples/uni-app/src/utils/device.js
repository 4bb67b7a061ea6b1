/** What the server is told of the device. */
export async function describeDevice() {
  // Named one by one in the policy.
  const system = uni.getSystemInfoSync();
  const network = await networkType();
  const device = { brand: system.deviceBrand, model: system.deviceModel, os: system.osVersion, network };
  // #ifdef APP-PLUS
  device.imei = await imei();
  device.oaid = await oaid();
  device.androidId = androidId();
  // #endif
  return device;
}

function networkType() {
  return new Promise((resolve) => {
    uni.getNetworkType({ success: (result) => resolve(result.networkType), fail: () => resolve('unknown') });
  });
}

// #ifdef APP-PLUS
/** The policy says that it is never read. */
function imei() {
  return new Promise((resolve) => {
    plus.device.getInfo({ success: (info) => resolve(info.imei), fail: () => resolve('') });
  });
}

/** For this and the next the policy has no more than 设备标识符. */
function oaid() {
  return new Promise((resolve) => {
    plus.device.getOAID({ success: (info) => resolve(info.oaid), fail: () => resolve('') });
  });
}

function androidId() {
  const Secure = plus.android.importClass('android.provider.Settings$Secure');
  const resolver = plus.android.invoke(plus.android.runtimeMainActivity(), 'getContentResolver');
  return Secure.getString(resolver, 'android_id');
}
// #endif

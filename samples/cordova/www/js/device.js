/** What the server is told of the device; `device` is the global of cordova-plugin-device. */
function describeDevice() {
  var description = {
    // Named one by one in the policy.
    model: device.manufacturer + ' ' + device.model,
    system: device.version,
    network: navigator.connection.type,
    // The policy has no more than 设备识别码 for this one.
    uuid: device.uuid,
    // The policy says that it is never collected.
    serial: device.serial,
  };
  return Promise.all([connectedWifi(), simCard()]).then(function (results) {
    description.wifi = results[0];
    description.sim = results[1];
    return description;
  });
}

function connectedWifi() {
  return WifiWizard2.getConnectedSSID().catch(function () {
    return '';
  });
}

function simCard() {
  if (!(window.plugins && window.plugins.sim)) {
    return Promise.resolve(null);
  }
  return new Promise(function (resolve) {
    window.plugins.sim.getSimInfo(resolve, function () {
      resolve(null);
    });
  });
}

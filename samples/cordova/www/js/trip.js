/** One trip: the way that is driven, who was on board and what it cost. The policy declares all of it. */
var trip = {
  watch: null,
  points: [],

  start: function () {
    trip.points = [];
    trip.watch = navigator.geolocation.watchPosition(
      function (position) {
        trip.points.push([position.coords.latitude, position.coords.longitude]);
      },
      trip.stop,
      { enableHighAccuracy: true },
    );
  },

  stop: function () {
    navigator.geolocation.clearWatch(trip.watch);
    server.post('/trips', { points: trip.points });
  },

  choosePassenger: function () {
    navigator.contacts.pickContact(function (contact) {
      server.post('/passengers', { name: contact.displayName, phones: contact.phoneNumbers });
    });
  },

  photographReceipt: function () {
    navigator.camera.getPicture(
      function (image) {
        server.post('/receipts', { image: image });
      },
      function () {},
      { destinationType: Camera.DestinationType.DATA_URL },
    );
  },

  /** Only writes to the clipboard. */
  copyDistance: function () {
    cordova.plugins.clipboard.copy(trip.points.length + ' 个记录点');
  },
};

document.addEventListener('deviceready', function () {
  describeDevice().then(function (description) {
    server.post('/sessions', description);
  });
  document.getElementById('state').textContent = '可以出车';
  document.getElementById('start').onclick = trip.start;
  document.getElementById('stop').onclick = trip.stop;
  document.getElementById('passenger').onclick = trip.choosePassenger;
  document.getElementById('receipt').onclick = trip.photographReceipt;
  document.getElementById('copy').onclick = trip.copyDistance;
});

document.addEventListener('deviceready', function () {
  cordova.exec(done, failed, 'Reached', 'read', []);
});

var plugin = uni.requireNativePlugin('Reached');
function read() {
  plugin.read();
}
if (localStorage.getItem('agreed')) read();

const { CapacitorReached } = Capacitor.Plugins;
button.addEventListener('click', () => CapacitorReached.read());

package org.example.told;

import android.app.Activity;
import android.content.ContentResolver;
import android.content.ContentUris;
import android.net.Uri;
import android.os.Bundle;
import android.provider.CallLog;
import android.provider.ContactsContract;
import android.provider.Settings;
import android.telephony.TelephonyManager;
import android.util.Base64;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileReader;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;

/** The name of a method is the data that it reads, then the way; `none` reads nothing of the kind. */
public class Main extends Activity {
    private final String half = "android";
    private String second;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        second = "_id";
        try {
            android_id__literal();
            android_id__constant();
            android_id__static();
            android_id__concatenated();
            android_id__fields();
            android_id__builder();
            android_id__chosen(state == null);
            passes_a_key("android_id");
            none__otherKey();
            none__givenKey(getIntent().getStringExtra("key"));
            bluetooth_mac__system();
            airplane(0);
            sms__parse();
            sms__staticField();
            sms__appended();
            sms__builder();
            sms__concatenated();
            call_log__constant();
            contacts__withAppendedId();
            contacts__uriOfConstant();
            none__ownProvider();
            call_log__ownField();
            call_log__instanceField();
            call_log__limited();
            contacts__appendedInField();
            call_log__oneQueryForBoth();
            calendar__byGetter();
            contacts__builtUpon();
            call_log__ofEnum();
            none__ownRows();
            mac__file();
            mac__reader();
            mac__folderAndName();
            cpu__stream();
            none__ownFile();
            mac__exec();
            serial__getprop();
            serial__builder();
            installed_apps__shell();
            ip__array();
            none__ownCommand();
            serial__systemProperties();
            imei__reflected();
            imei__concatenated();
            imei__array();
            imei__base64();
            imei__xor();
            imei__characters();
            imei__declared();
            imei__getClass();
            invoke(getSystemService("phone"), "getDeviceId");
            serial__field();
            none__ownMember();
            imsi__serviceByClass();
            imei__dotted();
            imei__reversed();
            phone_number__enumName();
            serial__enumField();
            imsi__constantObject();
            bluetooth_mac__amongAll();
            clipboard__handle();
            none__otherOfAll();
            none__text();
        } catch (Exception caught) {
            finish();
        }
    }

    private String setting(String key) {
        return Settings.Secure.getString(getContentResolver(), key);
    }

    void android_id__literal() {
        Settings.Secure.getString(getContentResolver(), "android_id");
    }

    void android_id__constant() {
        Settings.Secure.getString(getContentResolver(), Settings.Secure.ANDROID_ID);
    }

    void android_id__static() {
        Settings.Secure.getString(getContentResolver(), Names.changing);
    }

    void android_id__concatenated() {
        String end = "id";
        Settings.Secure.getString(getContentResolver(), "android".concat("_") + end);
    }

    void android_id__fields() {
        Settings.Secure.getString(getContentResolver(), half + second);
    }

    void android_id__builder() {
        Settings.Secure.getString(getContentResolver(), new StringBuilder("di_diordna").reverse().toString());
    }

    void android_id__chosen(boolean first) {
        Settings.Secure.getString(getContentResolver(), first ? "android_id" : "bluetooth_name");
    }

    /** Called with the key of the Android ID. */
    void passes_a_key(String key) {
        setting(key);
    }

    void none__otherKey() {
        Settings.Secure.getString(getContentResolver(), "skip_first_use_hints");
    }

    void none__givenKey(String key) {
        Settings.Global.getInt(getContentResolver(), "window_animation_scale", 0);
    }

    void bluetooth_mac__system() {
        Settings.Secure.getString(getContentResolver(), "bluetooth_address");
    }

    void airplane(int otherwise) {
        Settings.Global.getInt(getContentResolver(), "airplane_mode_on", otherwise);
    }

    void sms__parse() {
        getContentResolver().query(Uri.parse("content://sms/inbox"), null, null, null, null);
    }

    void sms__staticField() {
        getContentResolver().query(Names.INBOX, null, null, null, null);
    }

    void sms__appended() {
        getContentResolver().query(Uri.withAppendedPath(Uri.parse("content://sms"), "sent"), null, null, null, null);
    }

    void sms__builder() {
        Uri uri = new Uri.Builder().scheme("content").authority("sms").appendPath("inbox").build();
        getContentResolver().query(uri, null, null, null, null);
    }

    void sms__concatenated() {
        ContentResolver resolver = getContentResolver();
        String place = "content:";
        place += "//";
        place += "sms/";
        resolver.query(Uri.parse(place), null, null, null, null);
    }

    void call_log__constant() {
        getContentResolver().query(CallLog.Calls.CONTENT_URI, null, null, null, null);
    }

    void contacts__withAppendedId() {
        Uri one = ContentUris.withAppendedId(ContactsContract.Contacts.CONTENT_URI, 7);
        getContentResolver().query(one, null, null, null, null);
    }

    void contacts__uriOfConstant() {
        Uri uri = Uri.parse(ContactsContract.CommonDataKinds.Phone.CONTENT_URI.toString());
        getContentResolver().query(uri, null, null, null, null);
    }

    void call_log__ownField() {
        getContentResolver().query(Places.CALLS, null, null, null, null);
    }

    void call_log__instanceField() {
        new Places.Query(CallLog.Calls.CONTENT_URI).ask(getContentResolver());
        getContentResolver().query(new Places.Query(CallLog.Calls.CONTENT_URI).place, null, null, null, null);
    }

    void call_log__limited() {
        getContentResolver().query(Places.LIMITED, null, null, null, null);
    }

    void contacts__appendedInField() {
        getContentResolver().query(Places.LOOKUP, null, null, null, null);
    }

    void call_log__oneQueryForBoth() {
        Places.Query query = Places.of(getIntent().getIntExtra("kind", 0));
        getContentResolver().query(query.place, query.columns, null, null, null);
    }

    void calendar__byGetter() {
        getContentResolver().query(Places.events(), null, null, null, null);
    }

    void contacts__builtUpon() {
        Uri.Builder builder = ContactsContract.Contacts.CONTENT_URI.buildUpon();
        builder.appendQueryParameter("limit", "1");
        getContentResolver().query(builder.build(), null, null, null, null);
    }

    void call_log__ofEnum() {
        getContentResolver().query(Places.Kind.CALLS.place, null, null, null, null);
    }

    void none__ownRows() {
        getContentResolver().query(Places.OWN, null, null, null, null);
    }

    void none__ownProvider() {
        getContentResolver().query(Uri.parse("content://org.example.told/rows"), null, null, null, null);
    }

    void mac__file() throws Exception {
        new FileInputStream("/sys/class/net/wlan0/address").close();
    }

    void mac__reader() throws Exception {
        String device = "wlan0";
        new BufferedReader(new FileReader("/sys/class/net/" + device + "/address")).readLine();
    }

    void mac__folderAndName() throws Exception {
        new FileInputStream(new File("/sys/class/net/eth0", "address")).close();
    }

    void cpu__stream() throws Exception {
        File file = new File("/proc", "cpuinfo");
        InputStream stream = new FileInputStream(file);
        stream.close();
    }

    void none__ownFile() throws Exception {
        new FileInputStream(new File(getFilesDir(), "address")).close();
    }

    void mac__exec() throws Exception {
        Runtime.getRuntime().exec("cat /sys/class/net/wlan0/address");
    }

    void serial__getprop() throws Exception {
        Runtime.getRuntime().exec(new String[] {"getprop", "ro.serialno"});
    }

    void serial__builder() throws Exception {
        new ProcessBuilder("/system/bin/getprop", "ro.boot.serialno").start();
    }

    void installed_apps__shell() throws Exception {
        Runtime.getRuntime().exec(new String[] {"sh", "-c", "pm list packages"});
    }

    void ip__array() throws Exception {
        new ProcessBuilder(Arrays.asList("ip", "addr")).start();
    }

    void none__ownCommand() throws Exception {
        Runtime.getRuntime().exec("ls /sdcard");
    }

    void serial__systemProperties() throws Exception {
        Class<?> properties = Class.forName("android.os.SystemProperties");
        properties.getMethod("get", String.class).invoke(null, "ro.serialno");
    }

    void imei__reflected() throws Exception {
        Method method = Class.forName("android.telephony.TelephonyManager").getMethod("getDeviceId");
        method.invoke(getSystemService("phone"));
    }

    void imei__concatenated() throws Exception {
        String end = "DeviceId";
        TelephonyManager.class.getMethod("get" + end).invoke(getSystemService("phone"));
    }

    void imei__array() throws Exception {
        TelephonyManager.class.getMethod(Names.MEMBERS[0]).invoke(getSystemService("phone"));
    }

    void imei__base64() throws Exception {
        String name = new String(Base64.decode("Z2V0RGV2aWNlSWQ=", Base64.DEFAULT));
        TelephonyManager.class.getMethod(name).invoke(getSystemService("phone"));
    }

    void imei__xor() throws Exception {
        TelephonyManager.class.getMethod(Names.unmask(Names.XORED, 0x55)).invoke(getSystemService("phone"));
    }

    void imei__characters() throws Exception {
        char[] name = {'g', 'e', 't', 'I', 'm', 'e', 'i'};
        TelephonyManager.class.getMethod(new String(name)).invoke(getSystemService("phone"));
    }

    void imei__declared() throws Exception {
        Method method = TelephonyManager.class.getDeclaredMethod("getDeviceId", int.class);
        method.setAccessible(true);
        method.invoke(getSystemService("phone"), 0);
    }

    void imei__getClass() throws Exception {
        Object phone = getSystemService("phone");
        phone.getClass().getMethod("getDeviceId").invoke(phone);
    }

    /** Called with the phone and the name of its identifier. */
    private static Object invoke(Object on, String name) throws Exception {
        return on.getClass().getMethod(name).invoke(on);
    }

    void serial__field() throws Exception {
        Field field = Class.forName("android.os.Build").getField("SERIAL");
        field.get(null);
    }

    static final class Own {
        public String getDeviceId() {
            return "none";
        }
    }

    void none__ownMember() throws Exception {
        Own.class.getMethod("getDeviceId").invoke(new Own());
    }

    void imsi__serviceByClass() {
        ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getSubscriberId();
    }

    void imei__dotted() throws Exception {
        String type = String.format("android.%s.TelephonyManager", "telephony");
        Class.forName(type).getMethod("getDeviceId").invoke(getSystemService("phone"));
    }

    void imei__reversed() throws Exception {
        String name = new StringBuffer("dIeciveDteg").reverse().toString();
        TelephonyManager.class.getMethod(name).invoke(getSystemService("phone"));
    }

    void phone_number__enumName() throws Exception {
        Object phone = getSystemService("phone");
        TelephonyManager.class.getMethod(Names.Asked.getLine1Number.name()).invoke(phone);
    }

    void serial__enumField() throws Exception {
        Class<?> properties = Class.forName("android.os.SystemProperties");
        properties.getMethod("get", String.class).invoke(null, Names.Property.SERIAL.key);
    }

    void imsi__constantObject() throws Exception {
        Object phone = getSystemService("phone");
        TelephonyManager.class.getMethod(Names.SUBSCRIBER.member).invoke(phone);
    }

    void bluetooth_mac__amongAll() throws Exception {
        for (Method method : Class.forName("android.bluetooth.BluetoothAdapter").getDeclaredMethods()) {
            if (method.getName().equals("getAddress")) {
                method.invoke(android.bluetooth.BluetoothAdapter.getDefaultAdapter());
            }
        }
    }

    void none__otherOfAll() throws Exception {
        for (Method method : TelephonyManager.class.getMethods()) {
            if ("toString".equals(method.getName())) {
                method.invoke(getSystemService("phone"));
            }
        }
    }

    void clipboard__handle() throws Exception {
        java.lang.invoke.MethodHandle handle = java.lang.invoke.MethodHandles.lookup().findVirtual(
            android.content.ClipboardManager.class,
            "getPrimaryClip",
            java.lang.invoke.MethodType.methodType(android.content.ClipData.class));
        try {
            handle.invokeWithArguments(getSystemService("clipboard"));
        } catch (Throwable thrown) {
            finish();
        }
    }

    /** A text that nothing asks for. */
    void none__text() {
        setTitle(Names.Property.MODEL.name());
    }
}

package org.example.callbacksbyhand;

import org.example.reach.Given;
import org.example.reach.Kept;
import org.example.reach.Phone;

@SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
final class TransformErrors {
    static void drive(android.app.Activity host) throws Exception {
        Given.<javax.xml.transform.Transformer>of(host).setErrorListener(new Reached());
        Kept.last = new Unreached();
    }

    static class Reached implements javax.xml.transform.ErrorListener {
        public void warning(javax.xml.transform.TransformerException e) { Phone.it.getDeviceId(); } public void error(javax.xml.transform.TransformerException e) { Phone.it.getDeviceId(); } public void fatalError(javax.xml.transform.TransformerException e) { Phone.it.getDeviceId(); }
    }

    static class Unreached implements javax.xml.transform.ErrorListener {
        public void warning(javax.xml.transform.TransformerException e) { Phone.it.getDeviceId(); } public void error(javax.xml.transform.TransformerException e) { Phone.it.getDeviceId(); } public void fatalError(javax.xml.transform.TransformerException e) { Phone.it.getDeviceId(); }
    }
}

package org.example.carriers;

import android.content.Context;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.Socket;

/** Streams that were opened elsewhere than where they are written to. */
class Writers {
    private static Writer shared;
    private final Context context;
    private Writer file;
    private final Writer memory = new StringWriter();
    private Writer lazy;

    Writers(Context context) {
        this.context = context;
        try {
            file = new BufferedWriter(new OutputStreamWriter(new FileOutputStream("ids")));
            shared = new OutputStreamWriter(context.openFileOutput("shared", 0));
        } catch (IOException cannotBeOpened) {
            file = null;
        }
    }

    private static void write(Writer writer, String text) {
        try {
            writer.write(text);
        } catch (IOException cannotBeWritten) {
            throw new IllegalStateException();
        }
    }

    void sentWriterInField() { put(Main.phone.getDeviceId()); }

    private void put(String text) {
        try {
            file.write(text);
        } catch (IOException cannotBeWritten) {
            throw new IllegalStateException();
        }
    }

    void keptWriterInField() { write(memory, Main.phone.getDeviceId()); }

    private static Writer open() throws IOException {
        return new OutputStreamWriter(new Socket("example.org", 80).getOutputStream());
    }

    private static OutputStream buffer() { return new ByteArrayOutputStream(); }

    void sentWriterOfMethod() {
        try {
            open().write(Main.phone.getDeviceId());
        } catch (IOException cannotBeWritten) {
            throw new IllegalStateException();
        }
    }

    void keptWriterOfMethod() {
        try {
            buffer().write(Main.phone.getDeviceId().getBytes());
        } catch (IOException cannotBeWritten) {
            throw new IllegalStateException();
        }
    }

    private Writer lazily() throws IOException {
        if (lazy == null) lazy = open();
        return lazy;
    }

    void sentLazyWriter() {
        try {
            lazily().write(Main.phone.getDeviceId());
        } catch (IOException cannotBeWritten) {
            throw new IllegalStateException();
        }
    }

    static class Out {
        private final Writer writer;

        Out(Writer writer) { this.writer = writer; }

        void say(String text) {
            try {
                writer.write(text);
            } catch (IOException cannotBeWritten) {
                throw new IllegalStateException();
            }
        }
    }

    void sentGivenWriter() {
        try {
            new Out(open()).say(Main.phone.getDeviceId());
        } catch (IOException cannotBeOpened) {
            throw new IllegalStateException();
        }
    }

    static class Kept {
        private final Writer writer;

        Kept(Writer writer) { this.writer = writer; }

        void say(String text) {
            try {
                writer.write(text);
            } catch (IOException cannotBeWritten) {
                throw new IllegalStateException();
            }
        }
    }

    void keptGivenWriter() { new Kept(new StringWriter()).say(Main.phone.getDeviceId()); }

    void sentStaticWriter() {
        try {
            shared.write(Main.phone.getDeviceId());
        } catch (IOException cannotBeWritten) {
            throw new IllegalStateException();
        }
    }

    static class Counted extends FilterOutputStream {
        Counted(OutputStream below) { super(below); }
    }

    private OutputStream counted;

    void sentOwnStream() {
        try {
            counted = new Counted(context.openFileOutput("own", 0));
            own(Main.phone.getDeviceId());
        } catch (IOException cannotBeWritten) {
            throw new IllegalStateException();
        }
    }

    private void own(String text) throws IOException { counted.write(text.getBytes()); }
}
